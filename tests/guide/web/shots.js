// Pictures of ten pages in three widths and two schemes: node shots.js FOLDER TO
//
// They are to be looked at: what is cut, what is wasted, what the eye meets first. FOLDER is a guide of the
// shipped models; a page that it does not have is said and left out. Status 1 if there is such a page.

"use strict";

const fs = require("fs");
const path = require("path");
const { launch } = require("./browser");

const root = path.resolve(process.argv[2]), to = path.resolve(process.argv[3]);
const widths = [360, 768, 1280], schemes = ["light", "dark"];
const TALLEST = 2400; // what is further down looks the same

// name of the picture -> page of the guide, and where on it
const pages = {
    home: "index.html",
    model: "cmmi-svc/index.html",
    levels: "cmmi-svc/index.html#prm:by-maturity-level",
    area: "cmmi-svc/IRP.html",
    pseudo: "security-bolt-on/SM.html",
    mapping: "mappings/ISO20000-to-CMMI-SVC.html",
    matrix: "mappings/ISO20000-to-CMMI-SVC-matrix.html",
    coverage: "mappings/ISO20000-to-CMMI-SVC-coverage.html",
    glossary: "glossaries/CMMI-Terms.html",
    hindi: "hi/security-bolt-on/SM.html",
};

async function shoot(page, name, address, width, scheme) {
    const [file, hash] = address.split("#");
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto("file://" + path.join(root, file).split("/").map(encodeURIComponent).join("/") + (hash ? "#" + hash : ""));
    const top = hash ? await page.evaluate(() => scrollY) : 0;
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
        path: path.join(to, `${name}-${width}-${scheme}.png`),
        clip: { x: 0, y: top, width, height: Math.min(tall - top, TALLEST) },
        fullPage: true,
    });
}

// docs/guide.png, the picture of the README: what a reader sees of a practice.
async function shootForReadme(page) {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto("file://" + path.join(root, pages.pseudo));
    await page.evaluate(() => scrollTo(0, document.getElementById("ESP1.2").getBoundingClientRect().top - 16));
    await page.screenshot({ path: path.join(to, "guide.png") });
}

(async () => {
    fs.mkdirSync(to, { recursive: true });
    const browser = await launch();
    const page = await browser.newPage();
    let missing = 0, made = 0;
    for (const [name, address] of Object.entries(pages)) {
        if (!fs.existsSync(path.join(root, address.split("#")[0]))) {
            console.log(`${address}: not in the guide`);
            missing++;
            continue;
        }
        for (const width of widths)
            for (const scheme of schemes) {
                await shoot(page, name, address, width, scheme);
                made++;
            }
    }
    if (!missing) await shootForReadme(page);
    await browser.close();
    console.error(`${made} pictures in ${to}`);
    process.exit(missing ? 1 : 0);
})();
