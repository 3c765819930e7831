// Holds a style sheet of a guide against its source: node style.js SHEET SOURCE LEAST
//
// The program carries it without comments and blanks; a browser must read the same rules from both. Status 1 if not, or if there are fewer rules than LEAST.

"use strict";

const fs = require("fs");
const { launch } = require("./browser");

// The rules as the browser says them; of its own properties it keeps the blanks.
function rulesOf(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return Array.from(sheet.cssRules, (rule) => rule.cssText.replace(/\s*([,:;{}])\s*/g, "$1"));
}

(async () => {
    const browser = await launch(), page = await browser.newPage();
    const [made, source] = process.argv.slice(2, 4).map((file) => fs.readFileSync(file, "utf8"));
    const ours = await page.evaluate(rulesOf, made), theirs = await page.evaluate(rulesOf, source);
    await browser.close();
    const at = theirs.findIndex((rule, i) => rule !== ours[i]);
    if (at >= 0 || ours.length !== theirs.length)
        console.log(`rule ${at} is ${ours[at]}\n  in the source ${theirs[at]}`);
    console.error(`${theirs.length} rules, ${made.length} bytes of ${source.length}`);
    process.exit(at >= 0 || ours.length !== theirs.length || ours.length < Number(process.argv[4]) ? 1 : 0);
})();
