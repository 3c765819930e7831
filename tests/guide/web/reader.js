// Uses what the script puts in for readers besides the search: node reader.js LANGUAGES HOSTILE LARGE
//
// LANGUAGES: the guide of the shipped models in English and Hindi; HOSTILE: that of hostile.prm; LARGE: one whose cards
// are spread over several files. Tables are narrowed down, sorted and cut to some columns, by the keyboard and from an
// address; links show cards. Prints problems; status 1 if there are any.

"use strict";

const fs = require("fs");
const path = require("path");
const { counts, expect, serve, fromDisk, open } = require("./common.js");

const [languages, hostile, large] = process.argv.slice(2, 5).map((folder) => path.resolve(folder));
const TABLE = "mappings/ISO20000-to-CMMI-SVC.html", MATRIX = "mappings/ISO20000-to-CMMI-SVC-matrix.html";

// What is to be seen of the first long table.
const table = (page) => page.evaluate(() => {
    const bar = document.querySelector(".sieve"), of = bar.nextElementSibling.querySelector("table");
    const shown = (elements) => Array.from(elements).filter((element) => element.checkVisibility());
    return {
        rows: shown(of.tBodies[0].rows).map((row) => row.cells[0].textContent.trim()), all: of.tBodies[0].rows.length,
        heads: shown(of.tHead.rows[0].cells).map((head) => head.textContent.trim()),
        sorted: Array.from(of.querySelectorAll("[aria-sort]"), (head) => [head.cellIndex, head.getAttribute("aria-sort")]),
        status: bar.querySelector("[role=status]").textContent, field: bar.querySelector("input").value,
        marks: shown(of.querySelectorAll("tbody td[data-to]")).length,
        cut: shown(of.querySelectorAll("[colspan]")).map((cell) => cell.colSpan),
    };
});

const ready = (page, how) => page.waitForSelector("thead button, .sieve .menu", { state: "attached", timeout: 10000 })
    .catch(() => expect(`${how}: the controls of a table`, false));

async function useTable(page, how, address) {
    await page.goto(address(TABLE));
    const before = await table(page);
    await page.focus(".sieve input");
    await page.keyboard.type("service -capacity");
    await ready(page, how);
    const some = await table(page);
    expect(`${how}: a text hides rows`, some.rows.length > 0 && some.rows.length < before.all &&
        some.status === `${some.rows.length} of ${before.all} rows`, some);
    const both = await page.evaluate(() => Array.from(document.querySelectorAll(".sieve + .scroll tbody tr"))
        .every((row) => row.hidden !== (/service/i.test(row.textContent) && !/capacity/i.test(row.textContent))));
    expect(`${how}: a word with - in front leaves out`, both);
    await page.focus("thead th:nth-child(1) button");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const down = await table(page);
    expect(`${how}: a head sorts`, JSON.stringify(down.sorted) === '[[0,"descending"]]' && /descending$/.test(down.status) &&
        down.rows[0].startsWith("10.1 ") && /^3/.test(down.rows[down.rows.length - 1]), down);
    await page.click(".sieve summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const cut = await table(page);
    expect(`${how}: a column is left out`, cut.heads.length === before.heads.length - 1 && !cut.heads.includes("Relation"), cut.heads);
    await page.keyboard.press("Escape");
    expect(`${how}: Esc closes the columns`, await page.evaluate(() =>
        !document.querySelector(".sieve details").open && document.activeElement.tagName === "SUMMARY"));
    const url = page.url();
    await page.goto(address("index.html"));
    await page.goto(url);
    await ready(page, how);
    const again = await table(page);
    expect(`${how}: the address keeps the view`, JSON.stringify(again) === JSON.stringify(cut), [url, again]);
    await page.evaluate(() => document.querySelector(".languages a[lang=hi]").click());
    await page.waitForNavigation({ timeout: 5000 }).catch(() => null);
    await ready(page, how);
    const hindi = await table(page);
    expect(`${how}: the other language keeps the view`, hindi.field === cut.field && hindi.heads.length === cut.heads.length, [page.url(), hindi]);
    await page.goto(url + "#row-1");
    await page.goto(url);
    await ready(page, how);
    await page.evaluate(() => Array.from(document.querySelectorAll(".sieve > button")).pop().click());
    const all = await table(page);
    expect(`${how}: a button shows all`, JSON.stringify(all) === JSON.stringify(before) && !/[?]/.test(page.url()), [page.url(), all]);
}

async function useMatrix(page, how, address) {
    await page.goto(address(MATRIX));
    const before = await table(page);
    await page.goto(address(MATRIX) + "?rows-1=6.&hide-1=unused");
    await ready(page, how);
    const some = await table(page);
    expect(`${how}: a matrix is cut to columns in use`, some.heads.length < before.heads.length && some.marks > 0 &&
        some.cut.every((n) => n === some.heads.length - 1), some);
    await page.goto(address(MATRIX) + "?rows-1=SCON");
    await ready(page, how);
    const found = await table(page);
    expect(`${how}: a matrix is filtered by what is marked`, found.rows.length > 0 && found.rows.length < before.all, found);
}

// A link to a row shows it, whatever the address hides.
async function followRow(page, how, address) {
    await page.goto(address(TABLE));
    const id = await page.evaluate(() => document.querySelector(".rows tbody tr").id);
    await page.goto(address(TABLE) + "?rows-1=xyzzy#" + id);
    await ready(page, how);
    expect(`${how}: a link to a row shows it`, await page.evaluate((at) => !document.getElementById(at).hidden, id));
}

// On a phone rows are cards: their heads are out of sight, no key leads there, and a choice sorts.
async function usePhone(page, address) {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(address(TABLE));
    await page.focus(".sieve input");
    await ready(page, "on a phone");
    const unseen = await page.$$eval("thead button", (all) => all.length > 0 && all.every((button) => button.tabIndex === -1));
    expect("on a phone: no key leads to heads out of sight", unseen);
    await page.selectOption(".sieve .order select", "-1");
    const sorted = await table(page);
    expect("on a phone: a choice sorts", sorted.rows[0].startsWith("10.1 ") && /sort-1=-1/.test(page.url()), sorted.rows[0]);
    await page.setViewportSize({ width: 1280, height: 900 });
    const seen = await page.waitForFunction(() => document.querySelector("thead button").tabIndex === 0, null, { timeout: 3000 }).catch(() => null);
    expect("on a desk again: keys lead to heads", seen !== null);
}

// What the card shows; null: none is to be seen.
const card = (page) => page.evaluate(() => {
    const shown = document.querySelector(".about:not([hidden])");
    return shown && { text: Array.from(shown.children, (child) => child.textContent), names: Array.from(shown.querySelectorAll("*"), (child) => child.tagName),
        for: Array.from(document.querySelectorAll("[aria-describedby='prm:card']"), (link) => link.getAttribute("href")) };
});

const shown = (page) => page.waitForSelector(".about:not([hidden])", { timeout: 5000 }).catch(() => null);
const gone = (page) => page.waitForSelector(".about[hidden]", { state: "attached", timeout: 3000 }).catch(() => null);

async function readCards(page, how, address) {
    const link = ".rows td a[href$='cmmi-svc/SD.html']";
    await page.goto(address(TABLE));
    await page.hover(link);
    await shown(page);
    const hovered = await card(page);
    expect(`${how}: a card says what a link leads to`, hovered && hovered.text[0] === "Process Area" && hovered.text[1] === "Service Delivery" &&
        /^Deliver .*\.$/.test(hovered.text[2]) && hovered.for.length === 1 && /SD\.html$/.test(hovered.for[0]), hovered);
    await page.hover(".about");
    await new Promise((later) => setTimeout(later, 600));
    expect(`${how}: a card can be pointed at`, await card(page) !== null);
    await page.keyboard.press("Escape");
    expect(`${how}: Esc takes a card away`, await card(page) === null);
    await page.mouse.move(5, 5);
    await page.focus(link);
    await shown(page);
    expect(`${how}: a card comes with the focus`, (await card(page) || { text: [] }).text[1] === "Service Delivery", await card(page));
    await page.focus(".crumbs a");
    await gone(page);
    expect(`${how}: a card goes with the focus`, await card(page) === null);
    await page.goto(address("security-bolt-on/SM.html"));
    await page.focus("main .refs a[href='RSKM.html']");
    await shown(page);
    expect(`${how}: what a bolt-on repeats has the card of the base`, (await card(page) || { text: [] }).text[1] === "Risk Management", await card(page));
    await page.goto(address("hi/cmmi-svc/index.html"));
    await page.focus("main .pages a, main .refs a");
    await shown(page);
    const hindi = await card(page);
    expect(`${how}: a card in Hindi`, hindi && hindi.text[0] === "प्रक्रिया क्षेत्र" && /।$/.test(hindi.text[2]), hindi);
    await page.goto(address("a-z/titles.html"));
    const term = await page.evaluate(() => {
        const found = document.querySelector("main a[href*='glossaries/']");
        if (found) found.focus();
        return found !== null;
    });
    await shown(page);
    expect(`${how}: a card of a term has its definition`, term && ((await card(page) || { text: [] }).text[2] || "").length > 10, await card(page));
}

// One mapping and not the other: each number leads to as many rows.
async function compare(page, how, address) {
    await page.goto(address("cmmi-svc/coverage.html"));
    const numbers = await page.$$eval(".compared td a", (all) => all.map((link) => [link.href, Number(link.textContent), link.closest("td").className]));
    expect(`${how}: mappings are compared`, numbers.some(([, , name]) => name === "number") && numbers.some(([, , name]) => name === "number all"), numbers);
    for (const [href, n] of numbers) {
        await page.goto(href);
        await ready(page, how);
        const now = await table(page), lacking = await page.evaluate(() => Array.from(document.querySelectorAll(".sieve + .scroll tbody tr"))
            .filter((row) => !row.hidden && !row.querySelector("[data-to]")).length);
        expect(`${how}: ${decodeURIComponent(href).replace(/.*rows-2=/, "")} leads to its components`, now.rows.length === n && lacking === 0,
            [n, now.rows.length, now.status]);
    }
}

// All that cards say is where the script looks for it, and text.
async function askCards(page, address, folder, what) {
    await page.goto(address("index.html"));
    const files = await page.evaluate(() => window.prmCardFiles), found = Object.keys(files);
    const problems = [];
    for (const name of found)
        for (let i = 1; i <= files[name]; i++) {
            const lines = fs.readFileSync(path.join(folder, decodeURIComponent(name), `cards-${i}.js`), "utf8");
            new Function("prmAbout", lines)((of, file, kinds, entries) => {
                for (const key of Object.keys(entries)) {
                    const hash = Array.from(key.replace(/#.*/, "")).reduce((n, c) => (Math.imul(n, 31) + c.charCodeAt(0)) >>> 0, 0);
                    if (hash % files[name] !== file || file !== i - 1 || of !== name || !kinds[entries[key][0]])
                        problems.push(key);
                    if (!fs.existsSync(path.join(folder, decodeURIComponent(name), decodeURIComponent(key.replace(/#.*/, "")))))
                        problems.push(key);
                }
            });
        }
    expect(`${what}: cards are where the script looks`, found.length > 0 && problems.length === 0, problems.slice(0, 3));
    return files;
}

// The script finds the cards that are spread over several files.
async function readLarge(page, address) {
    await page.goto(address("large/index.html"));
    for (const n of [3, 250, 1800]) {
        await page.evaluate((i) => document.querySelectorAll("main .pages a")[i].focus(), n);
        await shown(page);
        const now = await card(page), name = await page.evaluate((i) => document.querySelectorAll("main .pages a")[i].textContent, n);
        expect(`large: the card of ${name}`, now && name.includes(now.text[1]), now);
    }
}

async function beHostile(page, folder) {
    const address = fromDisk(folder), files = await askCards(page, address, folder, "hostile");
    for (const name of Object.keys(files).slice(0, 2)) {
        await page.goto(address(`${name}/index.html`));
        for (const link of (await page.$$("main a[href*='.html']")).slice(0, 8)) {
            await link.evaluate((element) => element.focus());
            await page.waitForSelector(".about:not([hidden])", { timeout: 800 }).catch(() => null);
            const now = await card(page);
            expect(`hostile: a card is text`, !now || now.names.every((each) => /^(P|STRONG)$/.test(each)), now);
        }
    }
}

// Nothing of it is there without the script, nor loaded before somebody comes near.
async function leaveAlone(browser, page, address) {
    const loads = [], note = (request) => loads.push(request.url());
    page.on("request", note);
    await page.mouse.move(0, 0);
    await page.goto(address(TABLE), { waitUntil: "networkidle" });
    page.off("request", note);
    expect("what a reader may want is loaded later", loads.length > 2 && !loads.some((url) => /(tables|cards.*)\.js$/.test(url)), loads);
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(address(TABLE));
    expect("no script: no control in a table", (await plain.$$(".sieve, thead button")).length === 0);
    await plain.close();
}

async function askAxe(browser, address) {
    const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    const page = await browser.newPage({ bypassCSP: true }); // the policy of the page forbids axe
    for (const [width, scheme] of [[320, "light"], [768, "dark"], [1280, "light"], [1280, "dark"]]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: scheme });
        for (const name of [TABLE + "?rows-1=service&sort-1=-1&hide-1=2", "hi/" + MATRIX + "?rows-1=6"]) {
            await page.goto(address(name));
            await ready(page, name);
            await page.evaluate(() => { document.querySelector(".sieve details").open = true; });
            await page.focus("tbody a");
            await shown(page);
            await page.addScriptTag({ content: axe });
            const found = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ["violations"] }));
            for (const violation of found.violations)
                expect(`axe, ${name} at ${width}, ${scheme}`, false, `${violation.id}: ${violation.nodes[0].target} ${violation.nodes[0].failureSummary}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            expect(`${name} at ${width} does not scroll sideways`, wide <= 0, wide);
        }
    }
    await page.close();
}

// The menus of the header: one at a time, and none when the reader is done with them.
async function useMenus(page, address) {
    await page.goto(address("index.html"));
    const [models, mappings] = await page.$$(".top details > summary");
    const menus = () => page.$$eval(".top details", (all) => all.map((menu) => menu.open).join());
    await models.click();
    await mappings.click();
    await shownAs("one menu is open", "false,true");
    await page.keyboard.press("Escape");
    await shownAs("Escape closes it", "false,false");
    expect("and leads back to it", await mappings.evaluate((summary) => document.activeElement === summary));
    await page.keyboard.press("Enter");
    await shownAs("a key opens it", "false,true");
    await page.click("h1");
    await shownAs("a click elsewhere closes it", "false,false");

    async function shownAs(what, wanted) {
        await page.waitForFunction(([wanted]) => Array.from(document.querySelectorAll(".top details"), (menu) => menu.open).join() === wanted,
            [wanted], { timeout: 5000 }).catch(() => {});
        expect(`menus: ${what}`, await menus() === wanted, await menus());
    }
}

(async () => {
    const { browser, page } = await open();
    const server = await serve(languages);
    const served = (name) => `http://127.0.0.1:${server.address().port}/${name}`;
    for (const [how, address] of [["from disk", fromDisk(languages)], ["served", served]]) {
        await useTable(page, how, address);
        await useMatrix(page, how, address);
        await followRow(page, how, address);
        await readCards(page, how, address);
        await compare(page, how, address);
    }
    await useMenus(page, fromDisk(languages));
    await usePhone(page, fromDisk(languages));
    await leaveAlone(browser, page, fromDisk(languages));
    await askCards(page, fromDisk(languages), languages, "shipped");
    await askCards(page, fromDisk(large), large, "large");
    await readLarge(page, fromDisk(large));
    await beHostile(page, hostile);
    await askAxe(browser, fromDisk(languages));
    await browser.close();
    server.close();
    console.error(`${counts.done} held, ${counts.problems} problems`);
    process.exit(counts.problems ? 1 : 0);
})();
