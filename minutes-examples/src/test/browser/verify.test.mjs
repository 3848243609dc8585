// SPDX-License-Identifier: BSD-3-Clause
// node verify.test.mjs SITE_FOLDER [PICTURES_FOLDER]
// Lets the page of a session check itself: as it was published, and with one thing altered at a time.
// Exits with 1 if the page says anything else than what was done to it, 64 on wrong usage. No request leaves the machine.
import {execFileSync} from "node:child_process";
import {X509Certificate, createHash, sign} from "node:crypto";
import {
  cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync,
  appendFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {accessible, check, finish, launch, open, overflow} from "./browser.mjs";
import {serve} from "./server.mjs";

const CHUNK = 1 << 20;
const DATA = /(<script type="application\/json" id="verify-data">)(.*?)(<\/script>)/s;

/** A copy of the site to alter; what is not altered stays the same file. */
function copyOf(folder, altered) {
  const copy = mkdtempSync(join(tmpdir(), "site-"));
  for (const name of readdirSync(folder)) {
    if (altered.includes(name)) cpSync(join(folder, name), join(copy, name));
    else {
      try {
        linkSync(join(folder, name), join(copy, name));
      } catch {
        cpSync(join(folder, name), join(copy, name));
      }
    }
  }
  return copy;
}

const flip = (at) => (file) => {
  const bytes = readFileSync(file);
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  writeFileSync(file, bytes);
};

/** Changes what the page holds of the signatures. */
const proofs = (change) => (file) => {
  const page = readFileSync(file, "utf8");
  const data = JSON.parse(DATA.exec(page)[2]);
  change(data);
  writeFileSync(file, page.replace(DATA, (_, open, _old, close) => open + JSON.stringify(data).replaceAll("<", "\\u003c") + close));
};
const flipped = (base64, at) => {
  const bytes = Buffer.from(base64, "base64");
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  return bytes.toString("base64");
};

/** Presses a button and waits for the conclusion. */
async function verdict(page, button = "#verify-all") {
  await page.locator(button).focus();
  await page.keyboard.press("Enter");
  return concluded(page);
}

async function concluded(page) {
  await page.waitForFunction(() => {
    const {className} = document.getElementById("verify-status");
    return className !== "" && className !== "verdict running" && !document.querySelector("#verify-results[aria-busy]");
  }, null, {timeout: 60000});
  return page.evaluate(() => ({
    kind: document.getElementById("verify-status").className.split(" ")[1],
    text: document.getElementById("verify-status").textContent,
    results: document.getElementById("verify-results").innerText,
  }));
}

async function judged(browser, folder, options = {}) {
  const server = await serve(folder, options);
  const {context, page, foreign, errors} = await open(
    browser, `http://127.0.0.1:${server.address().port}/index.html`, {viewport: {width: 1280, height: 900}});
  const said = await verdict(page, options.button);
  return {
    ...said, page, foreign, errors,
    close: async () => {
      await context.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function checkSound(browser, folder, language, pictures) {
  const sound = await judged(browser, folder);
  check(sound.kind === "good", `as published: valid (${sound.text})`);
  const signatures = await sound.page.locator("#verify-results .cards dl").count();
  check(signatures === data.proofs.length, `as published: ${signatures} signatures with names, issuers and validity`);
  const left = await sound.page.locator("#verify-results .mark:not(.good)").allTextContents();
  check(left.every((one) => one === words["file.absent"]), "as published: nothing is left open that is on the site");
  check(sound.foreign.length === 0, `as published: nothing is asked of other servers ${sound.foreign.join(" ")}`);
  check(sound.errors.length === 0, `as published: no error in the console ${sound.errors.join(" | ")}`);
  await accessible(sound.page, "as published, with results");
  for (const width of [1280, 390, 320]) {
    await sound.page.setViewportSize({width, height: 900});
    const wide = await overflow(sound.page);
    check(wide.length === 0, `as published, with results: nothing overflows at ${width} px ${wide.join(" ")}`);
    if (pictures) await sound.page.locator("#verify").screenshot({path: join(pictures, `verify-${language}-${width}.png`)});
  }
  await sound.close();
  const first = await judged(browser, folder, {button: "#verify-documents"});
  check(first.kind === "part" && first.text.includes(recording), `documents alone: the recording stays open (${first.text})`);
  await first.close();
}

async function checkAltered(browser, folder, what, name, change, expected, pictures) {
  const copy = copyOf(folder, [name]);
  try {
    change(join(copy, name));
    const {kind, text, results, page, foreign, close} = await judged(browser, copy);
    check(kind === (expected.kind ?? "bad"), `${what}: ${kind} (${text})`);
    if (expected.names) check(text.includes(expected.names), `${what}: the sentence names ${expected.names}`);
    const said = results.replaceAll(/\s+/g, " ");
    for (const part of [expected.says ?? []].flat()) {
      const words = part instanceof RegExp ? part.test(said) : said.includes(part);
      check(words, `${what}: the result says ${part}`);
      if (!words) console.log(`       ${said}`);
    }
    check(foreign.length === 0, `${what}: nothing is asked of other servers`);
    if (expected.picture && pictures) {
      await accessible(page, what);
      for (const width of [1280, 390]) {
        await page.setViewportSize({width, height: 900});
        await page.locator("#verify").screenshot({path: join(pictures, `altered-${expected.picture}-${width}.png`)});
      }
    }
    await close();
  } finally {
    rmSync(copy, {recursive: true});
  }
}

/** With any bit of it another, no signature is held to be sound. */
async function checkEveryBit(browser, folder) {
  const {context, page} = await open(browser, pathToFileURL(join(folder, "index.html")).href);
  for (const place of ["signed", "value", "statement", "certificates"]) {
    const wrong = await page.evaluate(async ([proofs, where]) => {
      const bits = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const wrong = [];
      for (let i = 0; i < 400; i++) {
        const proof = structuredClone(proofs[i % proofs.length]);
        const bytes = bits(where === "certificates" ? proof.certificates[0] : proof[where]);
        const at = Math.floor(Math.random() * bytes.length);
        const bit = Math.floor(Math.random() * 8);
        bytes[at] ^= 1 << bit;
        const changed = btoa(String.fromCharCode(...bytes));
        if (where === "certificates") proof.certificates[0] = changed;
        else proof[where] = changed;
        const {fault, unable} = await verifying.signature(proof);
        if (!fault && !unable) wrong.push(`byte ${at}, bit ${bit}`);
      }
      return wrong;
    }, [data.proofs, place]);
    check(wrong.length === 0, `400 times one bit of ${place}: never held to be sound ${wrong.join("; ")}`);
  }
  await context.close();
}

const KEYS = {
  "RSA": {key: ["rsa:3072"], name: "SHA256withRSA"},
  "RSA-PSS": {key: ["rsa:2048"], cms: ["-keyopt", "rsa_padding_mode:pss"], name: "SHA256withRSAandMGF1"},
  "P-256": {key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], name: "SHA256withECDSA"},
  "P-384": {key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"], name: "SHA384withECDSA"},
  "P-521": {key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-521"], name: "SHA512withECDSA"},
  "brainpool": {key: ["ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"], name: "SHA256withECDSA", said: "unknownAlgorithm"},
};
const MANIFEST = `<m:ASiCManifest xmlns:m="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
<m:DataObjectReference URI="a.pdf"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
<ds:DigestValue>${Buffer.alloc(32).toString("base64")}</ds:DigestValue></m:DataObjectReference></m:ASiCManifest>`;

/** Signatures that OpenSSL made, with every kind of key, are held to be what they are. */
async function checkAlgorithms(browser, folder) {
  const work = mkdtempSync(join(tmpdir(), "keys-"));
  const file = (name) => join(work, name);
  const openssl = (...words) => execFileSync("openssl", words, {stdio: "pipe"});
  const identity = (key) => openssl("req", "-x509", "-newkey", ...key, "-nodes", "-keyout", file("key"), "-out", file("certificate"),
    "-subj", "/CN=Prova/O=Comune", "-days", "2");
  writeFileSync(file("manifest.xml"), MANIFEST);
  const {context, page} = await open(browser, pathToFileURL(join(folder, "index.html")).href);
  const judge = async (kind, proof, expected) => {
    for (const altered of [false, true]) {
      const said = await page.evaluate(async (given) => {
        const {fault, unable} = await verifying.signature(given);
        return fault ?? unable ?? "sound";
      }, altered ? {...proof, value: flipped(proof.value, -3)} : proof);
      check(said === (expected ?? (altered ? "wrongValue" : "sound")), `made by OpenSSL, ${kind}${altered ? ", one bit altered" : ""}: ${said}`);
    }
  };
  for (const [kind, {key, cms = [], name, said}] of Object.entries(KEYS)) {
    identity(key);
    openssl("cms", "-sign", "-cades", "-binary", "-md", name.slice(0, 6), ...["-in", "manifest.xml", "-signer", "certificate",
      "-inkey", "key", "-out", "cms"].map((word) => (word.startsWith("-") ? word : file(word))), "-outform", "DER", ...cms);
    await judge(kind, await page.evaluate(taken, [readFileSync(file("cms")).toString("base64"), MANIFEST, name]), said);
  }
  identity(["ed25519"]);
  await judge("Ed25519", proofByEdwards(readFileSync(file("key")), readFileSync(file("certificate"))));
  rmSync(work, {recursive: true});
  await context.close();
}

/** Takes a CMS apart with the page's own reader. */
function taken([cms, manifest, algorithm]) {
  const {read, inside} = verifying.der;
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const data = inside(inside(inside(read(Uint8Array.from(atob(cms), (one) => one.charCodeAt(0))))[1])[0]);
  const fields = inside(inside(data.at(-1))[0]);
  const signed = fields.find(({tag}) => tag === 0xa0).all.slice();
  signed[0] = 0x31;
  return {
    format: "CAdES", file: "x", algorithm, signed: base64(signed), statement: btoa(manifest),
    value: base64(fields.filter(({tag}) => tag === 0x04)[0].content),
    certificates: [base64(inside(data.find(({tag}) => tag === 0xa0))[0].all)],
  };
}

/** OpenSSL 3.0 makes no CMS with Ed25519: its signature over attributes of our own making. */
function proofByEdwards(key, pem) {
  const certificate = new X509Certificate(pem).raw;
  const hash = (name, content) => createHash(name).update(content).digest();
  const der = (tag, ...parts) => {
    const content = Buffer.concat(parts);
    return Buffer.concat([Buffer.from(content.length < 128 ? [tag, content.length] : [tag, 0x81, content.length]), content]);
  };
  const oid = (hex) => der(0x06, Buffer.from(hex, "hex"));
  const signed = der(0x31,
    der(0x30, oid("2a864886f70d010904"), der(0x31, der(0x04, hash("sha512", MANIFEST)))),
    der(0x30, oid("2a864886f70d010910022f"), der(0x31, der(0x30, der(0x30, der(0x30, der(0x04, hash("sha256", certificate))))))));
  return {
    format: "CAdES", file: "x", algorithm: "Ed25519", signed: signed.toString("base64"), statement: btoa(MANIFEST),
    value: sign(null, signed, key).toString("base64"), certificates: [certificate.toString("base64")],
  };
}

/** From disk the page may read nothing by itself: signatures first, then what the reader chooses. */
async function checkFromDisk(browser, folder, pictures) {
  const {context, page, foreign, errors} = await open(browser, pathToFileURL(join(folder, "index.html")).href);
  check(await page.locator("#verify-disk").isVisible(), "disk: the page says what to do");
  const before = await verdict(page, "#verify-documents");
  check(before.kind === "part" && (await page.locator("#verify-results .cards .mark.good").count()) === data.proofs.length,
    `disk: the signatures are checked at once (${before.text})`);
  await page.locator("#verify-files").setInputFiles(Object.values(data.files).map((name) => join(folder, name)));
  const after = await concluded(page);
  check(after.kind === "good", `disk: with the files chosen everything is valid (${after.text})`);
  const copy = copyOf(folder, [recording]);
  flip(2 * CHUNK + 77)(join(copy, recording));
  await page.locator("#verify-files").setInputFiles([join(copy, recording), join(folder, "site.css")]);
  const altered = await concluded(page);
  check(altered.kind === "bad" && altered.text.includes(recording), `disk: an altered download is found (${altered.text})`);
  check((await page.locator("#verify-unknown").textContent()).includes("site.css"), "disk: what is not signed is told");
  if (pictures) await page.locator("#verify").screenshot({path: join(pictures, "disk.png")});
  check(foreign.length === 0 && errors.length === 0, `disk: no request elsewhere, no error ${errors.join(" | ")}`);
  rmSync(copy, {recursive: true});
  await context.close();
}

async function checkWhilePlaying(browser, folder) {
  const server = await serve(folder, {delay: 1500});
  const {context, page} = await open(browser, `http://127.0.0.1:${server.address().port}/index.html`);
  await page.locator("button.play").first().click();
  await page.locator("#verify-all").click();
  await page.locator("#verify-results progress").waitFor({timeout: 20000});
  const at = () => page.evaluate(() => document.querySelector("video").currentTime);
  const begun = await at();
  await page.waitForTimeout(600);
  check((await at()) > begun, "while it plays: the player goes on during the check");
  await page.locator("#verify-stop").click();
  const {kind, results} = await concluded(page);
  check(kind === "part" && results.includes(data.words["recording.stopped"]), "while it plays: the check can be stopped");
  const again = await verdict(page);
  check(again.kind === "good", `while it plays: and made again (${again.text})`);
  await context.close();
  server.closeAllConnections();
  server.close();
}

/** Browsers have no WebCrypto over plain http. */
async function checkInsecure(browser, folder) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(crypto, "subtle", {value: undefined}));
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  check((await page.locator("#verify-status").textContent()) === words.insecure, "over plain http: the page says what is missing");
  check(!(await page.locator("#verify-documents").isVisible()), "over plain http: no dead buttons");
  await context.close();
}

async function checkWithoutScripts(browser, folder) {
  const {context, page} = await open(
    browser, pathToFileURL(join(folder, "index.html")).href, {javaScriptEnabled: false});
  check(!(await page.locator("#verify-panel").isVisible()), "without scripts: no dead buttons");
  check((await page.locator("#verify noscript").innerText()).length > 20, "without scripts: the page says what it needs");
  check((await page.locator("#verify .limits li").count()) === 4, "without scripts: what is not checked is told");
  check(await page.locator("#proof .digests").isVisible(), "without scripts: the digests are there");
  await context.close();
}

const [given, pictures] = process.argv.slice(2);
if (!given || !existsSync(join(given, "index.html"))) {
  console.error("usage: node verify.test.mjs SITE_FOLDER [PICTURES_FOLDER]   (a folder with index.html)");
  process.exit(64);
}
if (pictures) mkdirSync(pictures, {recursive: true});
const folder = resolve(given);
const page = readFileSync(join(folder, "index.html"), "utf8");
const data = JSON.parse(DATA.exec(page)[2]);
const {words} = data;
const [part] = data.parts;
const recording = part.name;
const tree = recording + ".tree";
const said = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, number) => values[number]);
const chunks = Math.ceil(part.bytes / CHUNK);
/** The titles of what was under way in a chunk. */
const during = (chunk) => part.chapters
  .filter(({from, to}) => from < part.times.spans[chunk][1] && to > part.times.spans[chunk][0]).map(({title}) => title);
const isXades = data.proofs[0].format === "XAdES";

const browser = await launch();
try {
  const altered = (what, name, change, expected) => checkAltered(browser, folder, what, name, change, expected, pictures);
  await checkSound(browser, folder, data.locale, pictures);
  await altered("a byte of the recording", recording, flip(2 * CHUNK + 12345), {
    names: recording, says: [said("recording.altered", 1, chunks), ...during(2)], picture: `recording-${data.locale}`,
  });
  await altered("two blocks of the recording", recording, (file) => [flip(CHUNK + 1), flip(-5)].forEach((one) => one(file)), {
    names: recording, says: [said("recording.altered", 2, chunks), ...during(1), ...during(chunks - 1)],
  });
  await altered("the recording cut", recording, (file) => truncateSync(file, 3 * CHUNK + 500), {
    names: recording, says: new RegExp(words["place.missing"].replace("{0}", "0:0\\d:\\d\\d")),
  });
  await altered("the recording cut between two blocks", recording, (file) => truncateSync(file, 2 * CHUNK), {names: recording});
  await altered("something behind the recording", recording, (file) => appendFileSync(file, Buffer.alloc(2 * CHUNK)), {
    names: recording, says: words["place.more"],
  });
  await altered("a byte of the written act", "minutes.pdf", flip(2000), {names: "minutes.pdf", says: words["file.altered"]});
  await altered("a byte of the facts", "minutes.json", (file) =>
    writeFileSync(file, readFileSync(file, "utf8").replace(/2026/, "2027")), {names: "minutes.json", says: words["file.altered"]});
  await altered("the root of the tree in the facts", "minutes.json", (file) =>
    writeFileSync(file, readFileSync(file, "utf8").replace(/("treeRoot"\s*:\s*")../, "$100")), {names: "minutes.json"});
  await altered("a leaf of the tree", tree, flip(-1), {names: tree, says: [words["file.altered"], words["file.same"]]});
  await altered("the tree gone", tree, (file) => rmSync(file), {kind: "part", names: tree, says: words["file.unreachable"]});
  await altered("the value of a signature", "index.html",
    proofs(({proofs: [, one]}) => { one.value = flipped(one.value, 20); }), {says: words["fault.wrongValue"], picture: `signature-${data.locale}`});
  await altered("the signed bytes", "index.html", proofs(({proofs: [one]}) => { one.signed = flipped(one.signed, -40); }),
    {says: isXades ? /./ : words["fault.wrongValue"]});
  await altered("the statement of a signature", "index.html",
    proofs(({proofs: [one]}) => { one.statement = flipped(one.statement, -30); }),
    {says: isXades ? words["fault.wrongProperties"] : words["fault.wrongManifest"]});
  await altered("another's certificate", "index.html",
    proofs(({proofs: [one, other]}) => { one.certificates = other.certificates; }), {says: words["fault.otherCertificate"]});
  await altered("a byte of a certificate", "index.html",
    proofs(({proofs: [one]}) => { one.certificates[0] = flipped(one.certificates[0], -9); }), {says: words["fault.otherCertificate"]});
  await altered("a certificate cut", "index.html",
    proofs(({proofs: [one]}) => { one.certificates[0] = one.certificates[0].slice(0, 400); }), {says: words["fault.unreadable"]});
  await altered("the issuer's certificate", "index.html",
    proofs(({proofs: [one]}) => { one.certificates[1] = flipped(one.certificates[0], -9); }), {says: words["fault.wrongChain"]});
  await altered("an algorithm that browsers do not know", "index.html",
    proofs((all) => { all.unchecked = 1; }), {kind: "part", names: said("unchecked", 1)});
  await altered("a signature left out", "index.html",
    proofs((all) => { all.proofs = []; }), {kind: "part", names: words["verdict.none"]});
  const plain = await judged(browser, folder, {ranges: false});
  check(plain.kind === "good", `a server without ranges: valid (${plain.text})`);
  await plain.close();
  const copy = copyOf(folder, [recording]);
  flip(3 * CHUNK + 5)(join(copy, recording));
  const found = await judged(browser, copy, {ranges: false});
  check(found.kind === "bad" && found.results.includes(said("recording.altered", 1, chunks)),
    `a server without ranges: the altered block is found (${found.text})`);
  await found.close();
  rmSync(copy, {recursive: true});
  await checkEveryBit(browser, folder);
  await checkAlgorithms(browser, folder);
  await checkFromDisk(browser, folder, pictures);
  await checkWhilePlaying(browser, folder);
  await checkInsecure(browser, folder);
  await checkWithoutScripts(browser, folder);
} finally {
  await browser.close();
}
finish();
