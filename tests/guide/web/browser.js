// Opens Debian's Chromium, or the one that CHROMIUM names; playwright-core brings none of its own.

"use strict";

const { chromium } = require("playwright-core");

exports.launch = () => chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--disable-gpu"], chromiumSandbox: false,
});
