// What the programs here share: what is expected, a server, addresses, a browser.

"use strict";

const fs = require("fs");
const http = require("http");
const path = require("path");
const { launch } = require("./browser.js");

const counts = { problems: 0, done: 0 };

function expect(what, holds, got) {
    counts.done++;
    if (holds)
        return;
    counts.problems++;
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

// Chromium with one page of the width of a desk; what the page says, or fails with, is a problem.
async function open() {
    const browser = await launch();
    const page = await browser.newPage();
    page.on("console", (message) => expect(`${page.url()} says`, false, message.text()));
    page.on("pageerror", (error) => expect(`${page.url()} fails`, false, error.message));
    page.on("dialog", (dialog) => { expect(`${page.url()} runs`, false, dialog.message()); dialog.dismiss(); });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" }); // what moves cannot be clicked
    return { browser, page };
}

module.exports = { counts, expect, serve, fromDisk, open };
