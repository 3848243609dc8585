// SPDX-License-Identifier: BSD-3-Clause
// node report.test.mjs REPORT_HTML [PICTURES_FOLDER]
// Opens the page of a verification report from disk. Exits with 1 if anything is amiss, 64 on wrong usage.
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {accessible, check, finish, launch, open, overflow} from "./browser.mjs";

const [file, pictures] = process.argv.slice(2);
if (!file || !existsSync(file)) {
  console.error("usage: node report.test.mjs REPORT_HTML [PICTURES_FOLDER]");
  process.exit(64);
}
if (pictures) mkdirSync(pictures, {recursive: true});
const source = readFileSync(file, "utf8");
check(!/<script|\son\w+=|\sstyle=/.test(source), "source: no script, no handler and no style on an element");
check(!/<(?:link|img|iframe|object|embed)\b|\ssrc=|url\(|@import/.test(source), "source: nothing to fetch, one file is all");

const browser = await launch();
try {
  for (const width of [1280, 390, 320]) {
    const {context, page, foreign, errors} =
      await open(browser, pathToFileURL(resolve(file)).href, {viewport: {width, height: 800}});
    check((await page.title()) !== "" && (await page.getAttribute("html", "lang")) !== "", `${width} px: title and language`);
    check((await page.locator("h1").count()) === 1, `${width} px: one heading of the first level`);
    const wide = await overflow(page);
    check(wide.length === 0, `${width} px: nothing overflows ${wide.join(" ")}`);
    check(foreign.length === 0, `${width} px: nothing is asked of other servers ${foreign.join(" ")}`);
    check(errors.length === 0, `${width} px: no error in the console ${errors.join(" | ")}`);
    await accessible(page, `${width} px`);
    await reachTables(page, width);
    if (pictures) await page.screenshot({path: join(pictures, `report-${width}.png`), fullPage: true});
    await context.close();
  }
} finally {
  await browser.close();
}
finish();

/** A table that is wider than the window scrolls by itself, and the keyboard gets there. */
async function reachTables(page, width) {
  const regions = await page.locator(".wide").count();
  const stops = [];
  for (let i = 0; i < regions; i++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement.getAttribute("aria-label")));
  }
  check(regions >= 3 && new Set(stops).size === regions && !stops.includes(null),
    `${width} px: the keyboard reaches ${stops.join(", ")}`);
}
