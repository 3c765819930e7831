// Uses the script of a guide as readers do: node search.js LANGUAGES HOSTILE MOVED
//
// LANGUAGES: the guide of the shipped models in English and Hindi; HOSTILE: that of hostile.prm; MOVED: one whose
// components had other identifiers. Queries from disk and
// served, the keyboard alone, no script at all, the switches, what a page weighs, and that nothing of an author's is
// run. Prints problems; status 1 if there are any.

"use strict";

const fs = require("fs");
const http = require("http");
const path = require("path");
const zlib = require("zlib");
const puppeteer = require("puppeteer-core");

const [languages, hostile, moved] = process.argv.slice(2, 5).map((folder) => path.resolve(folder));
let problems = 0, done = 0;

function expect(what, holds, got) {
    done++;
    if (holds)
        return;
    problems++;
    console.log(`${what}: ${got === undefined ? "no" : JSON.stringify(got)}`);
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };

// A server as plain as any: files below a folder.
function serve(folder) {
    const server = http.createServer((request, response) => {
        const file = path.join(folder, decodeURIComponent(new URL(request.url, "http://a").pathname));
        fs.readFile(file, (error, bytes) => {
            response.writeHead(error ? 404 : 200, { "content-type": TYPES[path.extname(file)] || "application/octet-stream" });
            response.end(bytes);
        });
    });
    return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const fromDisk = (folder) => (name) => "file://" + path.join(folder, name);

// Clears the field, types, and waits until the results are those of the text.
async function search(page, text) {
    await page.focus("form.search input");
    await page.evaluate(() => { document.querySelector("form.search input").value = ""; });
    await page.keyboard.type(text);
    await page.waitForFunction(() => {
        const note = document.querySelector(".hits .note");
        return note && note.textContent;
    }, { timeout: 20000 }).catch(() => expect(`results for ${text}`, false));
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
    const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"), page = await browser.newPage();
    await page.setBypassCSP(true); // the policy of the page forbids axe
    for (const [width, scheme] of [[360, "light"], [1280, "light"], [1280, "dark"]]) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        for (const part of ["results", "keys"]) {
            await page.goto(address("hi/security-bolt-on/SM.html"));
            await (part === "results" ? search(page, "सुरक्षा") : page.click("button.keys"));
            await page.evaluate(axe);
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

async function useSwitches(page, address) {
    await page.goto(address("hi/security-bolt-on/SM.html#ESP1.2"));
    await Promise.all([page.waitForNavigation(), page.$eval(".languages a[lang=en]", (link) => link.click())]);
    expect("the switch of languages keeps page and place", page.url() === address("security-bolt-on/SM.html#ESP1.2"), page.url());
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.reload();
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.click("button.colours");
    const dark = await paper();
    expect("the switch of colours changes them", light === "rgb(255, 255, 255)" && dark !== light, [light, dark]);
    await page.goto(address("index.html"));
    expect("the colours are remembered", await paper() === dark, await paper());
    await page.emulateMediaType("print");
    expect("paper stays white", await paper() === light, await paper());
    await page.emulateMediaType(null);
    await page.click("button.colours");
    expect("and back", await paper() === light, await paper());
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    expect("what was chosen stands above what is preferred", await paper() === light, await paper());
    await page.evaluate(() => localStorage.clear());
}

async function withoutScript(browser, how, address) {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(address("cmmi-svc/CM.html"));
    await page.focus("form.search input");
    await page.keyboard.type("threat");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(`${how}, no script: the field leads to the index`, page.url() === address("a-z/titles.html?q=threat"), page.url());
    const dead = await page.$$("button, dialog, [role=combobox]");
    expect(`${how}, no script: no dead control`, dead.length === 0, dead.length);
    const links = await page.$$eval(".az a", (all) => all.length).catch(() => 0);
    expect(`${how}, no script: the index lists titles`, links > 100, links);
    await page.close();
}

function pagesBelow(folder) {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const name = path.join(folder, entry.name);
        return entry.isDirectory() ? pagesBelow(name) : name.endsWith(".html") ? [name] : [];
    });
}

// A page in the middle of the guide with all that it loads, before anybody searches.
async function weigh(page, address, folder) {
    const size = (file) => fs.statSync(file).size, packed = (file) => zlib.gzipSync(fs.readFileSync(file)).length;
    const pages = pagesBelow(folder).sort((a, b) => size(a) - size(b)), middle = pages[Math.floor(pages.length / 2)];
    const loads = ["style.css", "guide.js", "icon.svg"].map((name) => path.join(folder, name));
    const sum = (of, file) => [file, ...loads].reduce((n, part) => n + of(part), 0) / 1000;
    const seen = new Set();
    const count = (request) => seen.add(request.url());
    page.on("request", count);
    await page.goto(address(path.relative(folder, middle)), { waitUntil: "networkidle0" });
    page.off("request", count);
    seen.add(address("icon.svg")); // Chromium asks for it where there is a tab to show it
    const found = `${sum(size, middle).toFixed(1)} kB, ${sum(packed, middle).toFixed(1)} gzipped, ${seen.size} requests`;
    expect("the weight of a page in the middle", sum(size, middle) <= 60 && sum(packed, middle) <= 20 && seen.size <= 4, found);
    const heavy = pages.filter((file) => sum(size, file) > 60 || sum(packed, file) > 20);
    console.error(`${path.relative(folder, middle)}: ${found}; ${heavy.length} of ${pages.length} pages are above 60 kB or 20 gzipped`);
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
        const strange = await page.$$eval(".hits *", (all) => all.map((element) => element.tagName)
            .filter((name) => !/^(A|B|BDI|DIV|P|SPAN)$/.test(name)));
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
    const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu"] });
    const page = await browser.newPage();
    page.on("console", (message) => expect(`${page.url()} says`, false, message.text()));
    page.on("pageerror", (error) => expect(`${page.url()} fails`, false, error.message));
    page.on("dialog", (dialog) => { expect(`${page.url()} runs`, false, dialog.message()); dialog.dismiss(); });
    await page.setViewport({ width: 1280, height: 900 });
    const server = await serve(languages);
    const served = (name) => `http://127.0.0.1:${server.address().port}/${name}`;
    for (const [how, address] of [["from disk", fromDisk(languages)], ["served", served]]) {
        await askAll(page, how, address);
        await withoutScript(browser, how, address);
    }
    await useKeys(page, fromDisk(languages));
    await showAll(page, fromDisk(languages));
    await askAxe(browser, fromDisk(languages));
    await useSwitches(page, served);
    await weigh(page, served, languages);
    await beHostile(page, fromDisk(hostile));
    await findFormer(page, fromDisk(moved));
    await browser.close();
    server.close();
    console.error(`${done} held, ${problems} problems`);
    process.exit(problems ? 1 : 0);
})();
