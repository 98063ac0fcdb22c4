// A small static server for dist/ on 127.0.0.1: precompressed files, immutable caching for hashed parts,
// and a content security policy as strict as the widget allows.
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { main, root } from "./tools.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
const digest = (data, as) => createHash("sha256").update(data).digest(as);

/** Own files only; scripts and styles that a page carries inside are allowed by their hash. */
function policy(page) {
  const hashes = (tag) =>
    [...page.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, "g"))]
      .filter(([, text]) => text.trim())
      .map(([, text]) => ` 'sha256-${digest(text, "base64")}'`)
      .join("");
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes("script")}`,
    `style-src 'self'${hashes("style")}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function answer(folders, request, response) {
  const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const wanted = name.endsWith("/") ? `${name}index.html` : name;
  const file = folders
    .map((folder) => path.join(folder, path.normalize(wanted)))
    .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
  if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");

  const bytes = fs.readFileSync(file);
  const etag = `"${digest(bytes, "hex").slice(0, 16)}"`;
  const hashed = /\.[0-9a-f]{8}\.\w+$/.test(file);
  const headers = {
    "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    etag,
  };
  if (file.endsWith(".html")) headers["content-security-policy"] = policy(bytes.toString());
  if (request.headers["if-none-match"] === etag) return response.writeHead(304, headers).end();

  const accepted = request.headers["accept-encoding"] ?? "";
  const packed = [
    ["br", ".br"],
    ["gzip", ".gz"],
  ].find(([name, ending]) => accepted.includes(name) && fs.existsSync(file + ending));
  if (packed) headers["content-encoding"] = packed[0];
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? "" : packed ? fs.readFileSync(file + packed[1]) : bytes);
}

/**
 * Serves the first of `folders` that has the file. Port 8321, or a free one if that is taken or `port`
 * is 0. Returns { url, close }.
 */
export async function serve({ folders = [path.join(root, "dist")], port = 8321 } = {}) {
  const server = http.createServer((request, response) => {
    try {
      answer(folders, request, response);
    } catch {
      response.writeHead(400, { "content-type": "text/plain" }).end("bad request\n");
    }
  });
  const listen = (number) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(number, "127.0.0.1", resolve);
    });
  await listen(port).catch(() => listen(0));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url, close };
}

await main(import.meta.url, async () => console.log(`serving dist/ at ${(await serve()).url}`));
