// Opens every page of a guide in Chromium: node check.js FOLDER
//
// Prints what axe objects to, narrow and light, wide and dark (ALL: both in both); what html-validate objects to; pages that
// scroll sideways on a phone, say something on the console, lack a style or load from elsewhere; and
// keys that show no focus. Status 1 if there is anything.

"use strict";

const fs = require("fs");
const path = require("path");
const { fileURLToPath } = require("url");
const { HtmlValidate } = require("html-validate");
const { launch } = require("./browser");

const root = path.resolve(process.argv[2]);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = process.env.ALL ? [360, 1280].flatMap((width) => [[width, "light"], [width, "dark"]]) : [[360, "light"], [1280, "dark"]];
let problems = 0;

function problem(page, text) {
    problems++;
    console.log(`${page}: ${text}`);
}

function pagesBelow(folder) {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const name = path.join(folder, entry.name);
        return entry.isDirectory() ? pagesBelow(name) : name.endsWith(".html") ? [name] : [];
    });
}

// Of pages that are alike the largest two, and every index; all if ALL is set.
function kindsOf(files) {
    const alike = new Map();
    for (const file of process.env.ALL ? [] : files) {
        const kind = path.dirname(file) + (/-(matrix|reverse|coverage|gaps)\.html$|index\.html$/.exec(file) || [""])[0];
        alike.set(kind, [...(alike.get(kind) || []), file]);
    }
    const bySize = (a, b) => fs.statSync(b).size - fs.statSync(a).size;
    return process.env.ALL ? files : [...alike.values()].flatMap((all) => all.sort(bySize).slice(0, 2));
}

const urlOf = (file) => "file://" + file.split("/").map(encodeURIComponent).join("/");

async function validate(files) {
    const validator = new HtmlValidate({
        extends: ["html-validate:standard"],
        rules: {
            // the pages are XML, too
            "void-style": ["error", { style: "selfclosing" }],
            "no-trailing-whitespace": "off",
            "long-title": "off",
            "valid-id": ["error", { relaxed: true }],
            "prefer-native-element": ["error", { exclude: ["region", "group"] }],
        },
    });
    for (const file of files) {
        const report = await validator.validateFile(file);
        for (const result of report.results)
            for (const message of result.messages)
                problem(path.relative(root, file), `${message.line}:${message.column} ${message.message} (${message.ruleId})`);
    }
}

// What axe says.
async function ask(page, name) {
    const found = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ["violations"] }));
    for (const violation of found.violations)
        problem(name, `${violation.id}: ${violation.nodes.length} times, first ${violation.nodes[0].target}: ` +
            violation.nodes[0].failureSummary.replace(/\s+/g, " "));
}

async function look(page, file, width, scheme) {
    const name = `${path.relative(root, file)} at ${width}, ${scheme}`;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const seen = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        styled: getComputedStyle(document.body).marginTop === "0px",
        background: getComputedStyle(document.body).backgroundColor,
    }));
    if (seen.wide > 0) problem(name, `scrolls sideways by ${seen.wide} pixels`);
    const menus = await page.evaluate(() => Array.from(document.querySelectorAll(".top details"), (menu) => {
        menu.open = true;
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        menu.open = false;
        return wide;
    }));
    for (const wide of menus)
        if (wide > 0) problem(name, `a menu is beside the screen by ${wide} pixels`);
    if (!seen.styled) problem(name, "has no style");
    if ((scheme === "dark") === (seen.background === "rgb(255, 255, 255)")) problem(name, "is in the other colours");
    await ask(page, name);
}

// The first key shows the way to the text; each of the next shows where it is.
async function press(page, file) {
    const name = path.relative(root, file);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(urlOf(file));
    const places = await page.evaluate(() => Array.from(document.querySelectorAll("a[href], button, input, select, summary, [tabindex]"))
        .filter((element) => element.checkVisibility()).length);
    for (let i = 0; i < Math.min(12, places); i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
            const element = document.activeElement, box = element.getBoundingClientRect();
            return {
                element: element.outerHTML.slice(0, 80), skip: element.className === "skip",
                shown: box.width > 0 && box.height > 0 && box.top >= 0,
                outlined: parseFloat(getComputedStyle(element).outlineWidth) > 0 &&
                    getComputedStyle(element).outlineStyle !== "none",
            };
        });
        if (i === 0 && !at.skip) problem(name, `the first key leads to ${at.element}`);
        if (!at.shown || !at.outlined) problem(name, `no focus is seen on ${at.element}`);
    }
    await page.goto(urlOf(file));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    if (!(await page.evaluate(() => location.hash === "#prm:main"))) problem(name, "the skip link skips nothing");
}

// On paper nothing may be wider than the sheet.
async function print(page, file) {
    await page.setViewportSize({ width: 680, height: 900 });
    await page.emulateMedia({ media: "print" });
    const cut = await page.evaluate(() => [...document.querySelectorAll("table, pre, p, ul, dl")]
        .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && box.right > innerWidth + 1 && !element.closest(".hidden");
        }).map((element) => element.outerHTML.slice(0, 60)));
    if (cut.length) problem(path.relative(root, file), `cut on paper: ${cut[0]}`);
    await page.emulateMedia({ media: null });
}

const leadsOn = (file) => /<meta http-equiv="refresh"/.test(fs.readFileSync(file, "utf8").slice(0, 4000));

// A page that leads on does so with a script and without, and a place that is asked for comes along with it. What it says
// is looked at in a copy that stays.
async function follow(browser, page, file) {
    const name = path.relative(root, file), html = fs.readFileSync(file, "utf8");
    const to = urlOf(path.join(path.dirname(file), decodeURIComponent(/content="0; url=([^"]*)"/.exec(html)[1].replace(/&amp;/g, "&"))));
    for (const script of [true, false]) {
        const reader = await browser.newPage({ javaScriptEnabled: script });
        await reader.goto(urlOf(file) + (script ? "#prm:main" : "")).catch(() => {});
        await reader.waitForURL((url) => !url.href.startsWith(urlOf(file)), { timeout: 20000 }).catch(() => {});
        const decoded = decodeURIComponent(reader.url());
        await reader.close();
        if (decoded !== decodeURIComponent(to) + (script ? "#prm:main" : ""))
            problem(name, `leads to ${decoded}${script ? "" : " without a script"}`);
    }
    const copy = path.join(path.dirname(file), "~stays.html");
    fs.writeFileSync(copy, html.replace(/<meta http-equiv="refresh"[^>]*>/, ""));
    await page.goto(urlOf(copy));
    await page.addScriptTag({ content: axe });
    for (const width of [360, 1280])
        await look(page, file, width, "light");
    fs.unlinkSync(copy);
}

(async () => {
    const files = pagesBelow(root), kinds = kindsOf(files.filter((file) => !leadsOn(file)));
    await validate(files);
    const browser = await launch();
    // the page's own policy forbids axe, as it should; what it says of that is no fault of the page
    const page = await browser.newPage({ bypassCSP: true });
    page.on("console", (message) => problem(page.url(), `says ${message.text()}`));
    page.on("pageerror", (error) => problem(page.url(), `fails: ${error.message}`));
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) problem(page.url(), `loads ${request.url()}`);
    });
    page.on("requestfailed", (request) => {
        const why = request.failure().errorText;
        // a page that is left while it loads drops what it has not got yet, its icon most of all: no fault if that is there
        if (why !== "net::ERR_ABORTED" || !fs.existsSync(fileURLToPath(request.url()))) problem(page.url(), `cannot load ${request.url()}: ${why}`);
    });
    for (const file of kinds) {
        await page.goto(urlOf(file));
        await page.addScriptTag({ content: axe });
        for (const [width, scheme] of LOOKS)
            await look(page, file, width, scheme);
        await print(page, file);
    }
    for (const file of files.filter(leadsOn).slice(0, 2))
        await follow(browser, page, file);
    await press(page, path.join(root, "index.html"));
    await press(page, kinds.find((file) => path.dirname(file) !== root));
    await browser.close();
    console.error(`${files.length} pages validated, ${kinds.length} opened, ${problems} problems`);
    process.exit(problems ? 1 : 0);
})();
