// The configurator in the settings page: an administrator edits a document by it, and saves it.
import assert from "node:assert/strict";
import { eventually } from "../web/support.mjs";
import * as people from "./visitor.mjs";

/** @param main the document that is stored as "main", before and after */
export async function configures(t, page, site, main) {
  await t.test("the configurator in the page writes the document that is stored", async () => {
    const address = `${site.url}/wp-admin/options-general.php?page=recovery-timeline`;
    await page.goto(`${address}&document=main`);
    const form = page.frameLocator("#recovery-timeline-configurator iframe");
    // It begins with what is stored, and the preview is the widget of this site.
    const name = form.getByLabel("Name", { exact: true });
    await eventually("it is open", async () => (await name.inputValue()) === main.clinic.name);
    assert.equal(await form.getByRole("button", { name: "Undo" }).isDisabled(), true);
    const preview = form.frameLocator("iframe");
    await preview.getByText("Linden", { exact: false }).first().waitFor({ state: "attached" });
    await form.getByText("2 treatments in range").waitFor();
    await form.getByLabel(/^Phone/).fill("020 7946 0143");
    const makeUp = form.getByRole("group", { name: "Wear make-up", exact: true });
    await makeUp.getByLabel("You say").selectOption({ label: "from a time on" });
    await makeUp.getByLabel("From", { exact: true }).fill("30");
    await people.shoot(page, `configurator-${site.version}`);
    await people.save(page);
    const stored = () =>
      JSON.parse(site.php("echo recovery_timeline_documents()['main']['json'];"));
    const wanted = {
      ...main,
      clinic: { ...main.clinic, phone: "020 7946 0143" },
      advice: { make_up: { from_h: 30 } },
    };
    assert.deepEqual(stored(), wanted);

    // What it marks as wrong, WordPress refuses with the place and the reason, and the form has it still.
    await form.getByLabel(/^Phone/).fill("call");
    await form.getByText(/at least three digits/).waitFor();
    await people.save(page);
    assert.match(
      await page.getByRole("alert").first().innerText(),
      /clinic\.phone: "call" has not/,
    );
    assert.deepEqual(stored(), wanted);
    await eventually(
      "the form has it still",
      async () => (await form.getByLabel(/^Phone/).inputValue()) === "call",
    );
    await form.getByLabel(/^Phone/).fill(main.clinic.phone);
    await makeUp.getByLabel("You say").selectOption({ label: "as ours" });
    await people.save(page);
    assert.deepEqual(stored(), main);

    // A text that cannot be read is mended as a text: the form is away, and does not write over it.
    await people.saveDocument(page, site, { name: "Main", text: "{", key: "main" });
    const frame = page.locator("#recovery-timeline-configurator iframe");
    await eventually("the form is away", async () => !(await frame.isVisible()));
    assert.equal(await page.getByLabel("The clinic's document (JSON)").inputValue(), "{");
    await page.getByLabel("The clinic's document (JSON)").fill(JSON.stringify(main));
    await page.getByLabel("The clinic's document (JSON)").press("Tab");
    await frame.waitFor();
    await people.save(page);
    assert.deepEqual(stored(), main);
  });
}
