// Checks the types of the widget's JavaScript, which its comments tell: tsc over web/, strictly. A field
// or name of the C++ border that is gone or another one is an error here.
import { generate } from "./abi.mjs";
import { main, run } from "./tools.mjs";

await main(import.meta.url, () => {
  generate();
  run(process.execPath, "node_modules/typescript/bin/tsc", "--project", "web/tsconfig.json");
  console.log("types: the JavaScript of web/ fits");
});
