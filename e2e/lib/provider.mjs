// Signing in at the identity provider, as a person does in a browser.

/** enterProvider goes through the provider's own pages: a name, any password, and consent where it is asked for. */
export async function enterProvider(page, name) {
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill('vad som helst');
  await page.locator('button[type="submit"]').click();
  const consent = page.locator('form:has(input[name="prompt"][value="consent"]) button[type="submit"]');
  const back = page.waitForURL((url) => !url.pathname.startsWith('/interaction') && !url.pathname.startsWith('/auth'));
  await Promise.race([back, consent.waitFor().then(() => consent.click(), () => {})]);
  await back;
}

/** withoutFonts keeps the provider's own pages from fetching their letters on the internet. */
export async function withoutFonts(page) {
  await page.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ body: '', contentType: 'text/css' }));
}
