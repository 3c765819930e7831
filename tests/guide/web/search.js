// Uses the script of a guide as readers do: node search.js LANGUAGES HOSTILE MOVED
//
// LANGUAGES: the guide of the shipped models in English and Hindi; HOSTILE: that of hostile.prm; MOVED: one whose
// components had other identifiers. Queries from disk and
// served, the keyboard alone, no script at all, the switches, what a page weighs, and that nothing of an author's is
// run. Prints problems; status 1 if there are any.

"use strict";

const fs = require("fs");
const path = require("path");
const zlib = require("zlib");
const { counts, expect, serve, fromDisk, open } = require("./common.js");

const [languages, hostile, moved] = process.argv.slice(2, 5).map((folder) => path.resolve(folder));

// Clears the field, types, and waits until the results are those of the text.
async function search(page, text) {
    await page.focus("form.search input");
    await page.evaluate(() => { document.querySelector("form.search input").value = ""; });
    await page.keyboard.type(text);
    await page.waitForFunction(() => {
        const note = document.querySelector(".hits .note");
        return note && note.textContent;
    }, null, { timeout: 20000 }).catch(() => expect(`results for ${text}`, false));
    return page.evaluate(() => ({
        status: document.querySelector("form.search [role=status]").textContent,
        options: Array.from(document.querySelectorAll(".hits a[role=option]"), (option) => ({
            title: option.querySelector(".name").textContent, place: option.querySelector(".place").textContent,
            href: option.getAttribute("href"),
        })),
        groups: Array.from(document.querySelectorAll(".hits .kind"), (kind) => kind.textContent),
        active: document.querySelector("form.search input").getAttribute("aria-activedescendant"),
    }));
}

// What is typed, on which page, and where the first result leads.
const QUERIES = [
    ["index.html", "identify threats", "security-bolt-on/SM.html#ESP1.3"],
    ["index.html", "thraet", "sse-cmm/PA04.html"],
    ["index.html", "configuraton managment", "cmmi-svc/CM.html"],
    ["index.html", "Risk Management", "cmmi-svc/RSKM.html"],
    ["cmmi-svc/CM.html", "irp sp 1.2", "cmmi-svc/IRP.html#SP1.2"],
    ["cmmi-svc/CM.html", "IRP-SP01.2", "cmmi-svc/IRP.html#SP1.2"],
    ["index.html", "IRP/SP1.2", "cmmi-svc/IRP.html#SP1.2"],
    ["index.html", "iso 20000 6.6", "iso20000/6.html#6.6"],
    ["index.html", "7.3", "iso20000/7.html#7.3"],
    ["hi/index.html", "सुरक्षा प्रबंधन", "hi/security-bolt-on/SM.html"],
    ["hi/index.html", "सुरक्षा प्रबन्धन", "hi/security-bolt-on/SM.html"],
    ["hi/index.html", "सुरक्शा", "hi/security-bolt-on/"],
    ["hi/index.html", "ख़तरों", "hi/security-bolt-on/SM.html#"],
    ["hi/index.html", "threat", "hi/sse-cmm/PA04.html"],
];

async function askAll(page, how, address) {
    for (const [from, text, to] of QUERIES) {
        await page.goto(address(from));
        const found = await search(page, text), first = found.options[0] || { href: "" };
        expect(`${how}: ${text} leads to ${to}`, first.href.includes("/" + to), first.href);
        expect(`${how}: ${text} is counted`, /\d/.test(found.status), found.status);
        expect(`${how}: the address of ${text}`, new URL(page.url()).searchParams.get("q") === text, page.url());
    }
    await page.goto(address("index.html?q=incident"));
    await page.waitForSelector(".hits a[role=option]", { timeout: 20000 }).catch(() => expect(`${how}: ?q= in the address`, false));
    await page.goto(address("index.html"));
    const none = await search(page, "xyzzyxyzzyxyzzy");
    expect(`${how}: what is not there is not found`, none.options.length === 0 && none.status === "Nothing found", none);
}

// Narrows results down to a model, a kind and a level, by the keyboard, and finds the same from the address.
async function narrow(page, how, address) {
    const shown = () => page.evaluate(() => ({
        status: document.querySelector("form.search [role=status]").textContent,
        groups: Array.from(document.querySelectorAll(".hits .kind"), (kind) => kind.firstChild.textContent.trim()),
        places: Array.from(document.querySelectorAll(".hits .place"), (place) => place.textContent),
        chosen: Array.from(document.querySelectorAll(".narrow select"), (select) => select.value),
        at: document.activeElement.dataset.key || document.activeElement.id,
    }));
    await page.goto(address("index.html"));
    const all = await search(page, "risk");
    await page.keyboard.press("Tab");
    await page.keyboard.type("CMMI");
    let now = await shown();
    expect(`${how}: results of one model`, now.at === "in" && now.places.length > 0 &&
        now.places.every((place) => place.startsWith("CMMI-SVC ")) && now.status !== all.status, now);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Specific P");
    now = await shown();
    expect(`${how}: results of one kind`, now.groups.length === 1 && now.groups[0] === "Specific Practices", now);
    const { searchParams } = new URL(page.url());
    expect(`${how}: the address says so`, searchParams.get("in") === "CMMI-SVC" && searchParams.get("kind") === "Specific Practices", page.url());
    await page.keyboard.press("Tab");
    await page.keyboard.type("Maturity level 2");
    now = await shown();
    expect(`${how}: results of one level`, now.at === "level" && now.places.length > 0 &&
        now.places.every((place) => /^CMMI-SVC (PMC|PP|REQM|SAM|SD|CM|MA|PPQA)/.test(place)), now);
    await page.keyboard.press("Escape");
    const closed = await page.evaluate(() => [document.querySelector(".hits").hidden, document.activeElement.id]);
    expect(`${how}: Esc leads from a choice to the field`, closed[0] && closed[1] === "prm:q", closed);
    await page.goto(address("hi/index.html") + "?" + new URLSearchParams({ q: "risk", in: "CMMI-SVC", kind: "Specific Practices", level: "maturity-level 2" }));
    await page.waitForSelector(".hits .kind", { timeout: 20000 }).catch(() => expect(`${how}: choices in the address`, false));
    const hindi = await shown();
    expect(`${how}: the same in the other language`, JSON.stringify(hindi.places) === JSON.stringify(now.places) &&
        hindi.chosen[1] === "Specific Practices", hindi);
    await page.goto(address("index.html?q=risk&kind=Nothing"));
    await page.waitForSelector(".narrow select", { timeout: 20000 }).catch(() => null);
    now = await shown();
    expect(`${how}: a choice that leaves nothing says so`, /^Nothing found with this choice, \d+ without it$/.test(now.status), now);
    await page.click(".narrow button").catch(() => null);
    now = await shown();
    expect(`${how}: and can be taken back`, now.places.length > 0 && now.chosen.every((value) => value === "") && now.at === "prm:q" &&
        !/kind=/.test(page.url()) && await page.isHidden(".narrow button"), [now, page.url()]);
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

async function useKeys(page, address) {
    await page.goto(address("cmmi-svc/CM.html"));
    await page.keyboard.press("/");
    expect("/ leads to the field", await focused(page) === "prm:q", await focused(page));
    const found = await search(page, "service");
    expect("results are in groups", found.groups.length > 1, found.groups);
    expect("the first is chosen", found.active !== null && found.active.startsWith("prm:entry-"), found.active);
    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate(() => {
        const chosen = document.querySelectorAll(".hits [aria-selected=true]");
        return { n: chosen.length, id: chosen[0].id, href: chosen[0].href,
            active: document.querySelector("form.search input").getAttribute("aria-activedescendant") };
    });
    expect("the arrow chooses the next", second.n === 1 && second.id === second.active && second.id !== found.active, second);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("/");
    const value = await page.evaluate(() => document.querySelector("form.search input").value);
    expect("/ in the field is a letter", value === "service/", value);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect("Enter opens what is chosen", page.url().split("?")[0] === second.href.split("?")[0], page.url());

    await search(page, "service");
    await page.keyboard.press("Escape");
    const closed = await page.evaluate(() => [document.querySelector(".hits").hidden,
        document.querySelector("form.search input").getAttribute("aria-expanded")]);
    expect("Esc closes the results", closed[0] && closed[1] === "false", closed);
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("?");
    expect("? shows the keys", await page.evaluate(() => document.querySelector("dialog.help") !== null && document.querySelector("dialog.help").open));
    await page.keyboard.press("Escape");
    expect("Esc closes them", await page.evaluate(() => !document.querySelector("dialog.help").open));
}

// What axe says of the results and of the keys, on a phone and on a desk, light and dark.
async function askAxe(browser, address) {
    const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    const page = await browser.newPage({ bypassCSP: true }); // the policy of the page forbids axe
    for (const [width, scheme] of [[360, "light"], [800, "light"], [1000, "light"], [1280, "light"], [1280, "dark"]]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: scheme });
        for (const part of ["results", "keys"]) {
            await page.goto(address("hi/security-bolt-on/SM.html"));
            await (part === "results" ? search(page, "सुरक्षा") : page.click("button.keys"));
            await page.addScriptTag({ content: axe });
            const found = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ["violations"] }));
            for (const violation of found.violations)
                expect(`axe, ${part} at ${width}, ${scheme}`, false, `${violation.id}: ${violation.nodes[0].target} ${violation.nodes[0].failureSummary}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            expect(`${part} at ${width}, ${scheme}: nothing is beside the screen`, wide <= 0, wide);
        }
    }
    await page.close();
}

async function showAll(page, address) {
    await page.goto(address("index.html"));
    await search(page, "service");
    const before = await page.evaluate(() => document.querySelectorAll(".hits [role=option]").length);
    await page.evaluate(() => document.querySelector(".hits .more").click());
    const after = await page.evaluate(() => document.querySelectorAll(".hits [role=option]").length);
    expect("all of a kind can be shown", after > before, [before, after]);
}

// A heading is a link to itself; to follow it is to copy it.
async function copyLink(page, address) {
    await page.goto(address("security-bolt-on/SM.html"));
    await page.evaluate(() => {
        navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
        document.querySelector("a.self[href='#ESP1.2']").click();
    });
    await page.waitForSelector("a.self[data-said]", { state: "attached", timeout: 3000 }).catch(() => null);
    const copied = await page.evaluate(() => [window.copied, (document.querySelector("a.self[data-said]") || { dataset: {} }).dataset.said,
        document.querySelector("form.search [role=status]").textContent]);
    expect("a heading copies its link and says so", copied[0] === address("security-bolt-on/SM.html#ESP1.2") &&
        copied[1] === copied[2] && copied[1] !== "", copied);
}

async function useSwitches(page, address) {
    await page.goto(address("hi/security-bolt-on/SM.html#ESP1.2"));
    await Promise.all([page.waitForNavigation(), page.$eval(".languages a[lang=en]", (link) => link.click())]);
    expect("the switch of languages keeps page and place", page.url() === address("security-bolt-on/SM.html#ESP1.2"), page.url());
    await page.emulateMedia({ colorScheme: "light" });
    await page.reload();
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.click("button.colours");
    const dark = await paper();
    expect("the switch of colours changes them", light === "rgb(255, 255, 255)" && dark !== light, [light, dark]);
    await page.goto(address("index.html"));
    expect("the colours are remembered", await paper() === dark, await paper());
    await page.emulateMedia({ media: "print" });
    expect("paper stays white", await paper() === light, await paper());
    await page.emulateMedia({ media: null });
    await page.click("button.colours");
    expect("and back", await paper() === light, await paper());
    await page.emulateMedia({ colorScheme: "dark" });
    expect("what was chosen stands above what is preferred", await paper() === light, await paper());
    await page.evaluate(() => localStorage.clear());
}

async function withoutScript(browser, how, address) {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address("cmmi-svc/CM.html"));
    await page.focus("form.search input");
    await page.keyboard.type("threat");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(`${how}, no script: the field leads to the index`, page.url() === address("a-z/titles.html?q=threat"), page.url());
    const dead = await page.$$("button, dialog, [role=combobox]");
    expect(`${how}, no script: no dead control`, dead.length === 0, dead.length);
    const links = await page.$$eval(".az a", (all) => all.length).catch(() => 0);
    expect(`${how}, no script: the index lists titles`, links >= 90, links);
    await page.close();
}

function pagesBelow(folder) {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const name = path.join(folder, entry.name);
        return entry.isDirectory() ? pagesBelow(name) : name.endsWith(".html") ? [name] : [];
    });
}

// What a page loads, as it says itself: style, script and icon of its language.
function loadsOf(file) {
    const text = fs.readFileSync(file, "utf8"), head = text.slice(0, text.indexOf("</head>"));
    return Array.from(head.matchAll(/<(?:link rel="(?:stylesheet|icon)"[^>]*href|script[^>]*src)="([^"]*)"/g),
        (found) => path.join(path.dirname(file), found[1]));
}

// A page in the middle of the guide with all that it loads, before anybody searches.
async function weigh(page, address, folder) {
    const sizes = new Map(), bytes = (file) => sizes.get(file) || sizes.set(file, measure(file)).get(file);
    const measure = (file) => [fs.statSync(file).size, zlib.gzipSync(fs.readFileSync(file)).length];
    const weights = pagesBelow(folder).map((file) => {
        const parts = [file, ...loadsOf(file)].map(bytes);
        return { file, whole: parts.reduce((n, [size]) => n + size, 0) / 1000, packed: parts.reduce((n, [, size]) => n + size, 0) / 1000 };
    }).sort((a, b) => a.whole - b.whole);
    const middle = weights[Math.floor(weights.length / 2)], seen = new Set(loadsOf(middle.file).map((file) => address(path.relative(folder, file))));
    const count = (request) => seen.add(request.url());
    page.on("request", count);
    await page.goto(address(path.relative(folder, middle.file)), { waitUntil: "networkidle" });
    page.off("request", count);
    const found = `${middle.whole.toFixed(1)} kB, ${middle.packed.toFixed(1)} gzipped, ${seen.size} requests`;
    expect("the weight of a page in the middle", middle.whole <= 60 && middle.packed <= 20 && seen.size <= 4, found);
    const heavy = weights.filter((one) => one.whole > 60 || one.packed > 20);
    console.error(`${path.relative(folder, middle.file)}: ${found}; ${heavy.length} of ${weights.length} pages are above 60 kB or 20 gzipped`);
}

// What had another identifier, or stands in something that had, is found by it, and says so.
async function findFormer(page, address) {
    for (const [text, to, was] of [["P3", "m/WP.html#P4", "Formerly P3"], ["pp p3", "m/WP.html#P4", "Formerly P3"],
        ["PP/P1", "m/WP.html#P1", "Formerly PP/P1"], ["pp", "m/WP.html", "Formerly PP"]]) {
        await page.goto(address("index.html"));
        await search(page, text);
        const found = await page.$$eval(".hits a[role=option]", (all) => all.map((option) => [option.getAttribute("href"),
            (option.querySelector(".was") || option).textContent]));
        expect(`${text} finds ${to}`, found.some(([href, says]) => href.endsWith("/" + to) && says === was), found);
    }
}

// Everything that a hostile library names is found, shown as text, and nothing of it is run.
async function beHostile(page, address) {
    await page.goto(address("index.html"));
    for (const text of ["script", "img", "alert(1)", "onerror", "title", "supercali", "con", "aux", "nul", "odd", "evil", "a"]) {
        await search(page, text);
        await page.evaluate(() => document.querySelectorAll(".hits .more").forEach((more) => more.isConnected && more.click()));
        const strange = await page.$$eval(".hits *:not(.narrow > button)", (all) => all.map((element) => element.tagName)
            .filter((name) => !/^(A|B|BDI|DIV|OPTION|P|SELECT|SPAN)$/.test(name)));
        expect(`hostile: results for ${text} are text`, strange.length === 0, strange);
    }
    const shown = await page.evaluate(() => {
        const index = new window.prmFind.Index(window.prmSearch), all = index.find("model", null, 6, 200);
        return index.titles[all.groups[0].entries[0]];
    });
    expect("hostile: markup of a title is shown", /<img src=x onerror=alert\(1\)>/.test(shown), shown);
    const files = await page.evaluate(() => Array.from(new Set(window.prmSearch[4])));
    for (const file of files) {
        await page.goto(address(file));
        expect(`hostile: ${file} runs nothing`, await page.evaluate(() => !window.hacked && document.scripts.length === 1));
    }
}

(async () => {
    const { browser, page } = await open();
    const server = await serve(languages);
    const served = (name) => `http://127.0.0.1:${server.address().port}/${name}`;
    for (const [how, address] of [["from disk", fromDisk(languages)], ["served", served]]) {
        await askAll(page, how, address);
        await narrow(page, how, address);
        await withoutScript(browser, how, address);
    }
    await useKeys(page, fromDisk(languages));
    await showAll(page, fromDisk(languages));
    await askAxe(browser, fromDisk(languages));
    await copyLink(page, served);
    await useSwitches(page, served);
    await weigh(page, served, languages);
    await beHostile(page, fromDisk(hostile));
    await findFormer(page, fromDisk(moved));
    await browser.close();
    server.close();
    console.error(`${counts.done} held, ${counts.problems} problems`);
    process.exit(counts.problems ? 1 : 0);
})();
