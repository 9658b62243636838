import { ALNUM, BASE64, BASE64URL, DIGITS, LOWER, UPPER, type Random } from '../tools/random.ts';

/** The documented shapes of services' tokens, filled at random. No value here is a real one. */
type Shape = (random: Random) => string;

const alnum = (random: Random, length: number): string => random.text(ALNUM, length);
const b64url = (random: Random, length: number): string => random.text(BASE64URL, length);
const digits = (random: Random, length: number): string =>
  random.text('123456789', 1) + random.text(DIGITS, length - 1);

export function uuid(random: Random): string {
  const h = (length: number): string => random.hex(length);
  return `${h(8)}-${h(4)}-4${h(3)}-${random.pick(['8', '9', 'a', 'b'])}${h(3)}-${h(12)}`;
}

export function base64(random: Random, bytes: number): string {
  const full = Math.floor(bytes / 3) * 4;
  const rest = bytes % 3;
  const body = random.text(BASE64, full);
  if (rest === 0) {
    return body;
  }
  return rest === 1 ? `${body}${alnum(random, 1)}Q==` : `${body}${alnum(random, 2)}E=`;
}

export const TOKEN_SHAPES: Readonly<Record<string, Shape>> = {
  'aws-access-key': (r) => `${r.pick(['AKIA', 'ASIA'])}${r.text(`${UPPER}234567`, 16)}`,
  'google-api-key': (r) => `AIza${b64url(r, 35)}`,
  'google-oauth-secret': (r) => `GOCSPX-${b64url(r, 28)}`,
  'google-access-token': (r) => `ya29.${b64url(r, 120)}`,
  'azure-client-secret': (r) => `${alnum(r, 3)}8Q~${r.text(`${ALNUM}_-.~`, 33)}${alnum(r, 1)}`,
  'digitalocean-token': (r) => `dop_v1_${r.hex(64)}`,
  'databricks-token': (r) => `dapi${r.hex(32)}`,
  'vault-token': (r) => `hvs.${b64url(r, 95)}`,
  'terraform-token': (r) => `${alnum(r, 14)}.atlasv1.${alnum(r, 67)}`,
  'slack-bot-token': (r) => `xoxb-${digits(r, 12)}-${digits(r, 13)}-${alnum(r, 24)}`,
  'slack-user-token': (r) => `xoxp-${digits(r, 12)}-${digits(r, 12)}-${digits(r, 13)}-${r.hex(32)}`,
  'slack-app-token': (r) => `xapp-1-A${r.text(UPPER + DIGITS, 10)}-${digits(r, 13)}-${r.hex(64)}`,
  'slack-webhook': (r) =>
    `https://hooks.slack.com/services/T${r.text(UPPER + DIGITS, 8)}/B${r.text(UPPER + DIGITS, 10)}/${alnum(r, 24)}`,
  'discord-webhook': (r) => `https://discord.com/api/webhooks/${digits(r, 18)}/${b64url(r, 68)}`,
  'teams-webhook': (r) =>
    `https://contoso.webhook.office.com/webhookb2/${uuid(r)}@${uuid(r)}/IncomingWebhook/${r.hex(32)}/${uuid(r)}`,
  'telegram-bot': (r) => `${digits(r, 10)}:AA${b64url(r, 33)}`,
  'github-token': (r) => `${r.pick(['ghp', 'gho', 'ghu', 'ghs', 'ghr'])}_${alnum(r, 36)}`,
  'github-fine-grained': (r) => `github_pat_${alnum(r, 22)}_${alnum(r, 59)}`,
  'gitlab-token': (r) => `glpat-${b64url(r, 20)}`,
  'gitlab-runner': (r) => `glrt-${b64url(r, 20)}`,
  'bitbucket-app-password': (r) => `ATBB${alnum(r, 24)}${r.text(DIGITS + 'ABCDEF', 8)}`,
  'bitbucket-http-token': (r) => `BBDC-${base64(r, 33)}`,
  'atlassian-api-token': (r) => `ATATT3xFfGF0${b64url(r, 171)}=${r.text(DIGITS + 'ABCDEF', 8)}`,
  'npm-token': (r) => `npm_${alnum(r, 36)}`,
  'pypi-token': (r) => `pypi-AgEIcHlwaS5vcmc${b64url(r, 150)}`,
  'rubygems-key': (r) => `rubygems_${r.hex(48)}`,
  'docker-token': (r) => `dckr_pat_${b64url(r, 27)}`,
  'nuget-key': (r) => `oy2${r.text(LOWER + DIGITS, 43)}`,
  'artifactory-key': (r) => `AKCp${alnum(r, 69)}`,
  'sendgrid-key': (r) => `SG.${b64url(r, 22)}.${b64url(r, 43)}`,
  'mailchimp-key': (r) => `${r.hex(32)}-us${r.between(1, 21)}`,
  'mailgun-key': (r) => `key-${r.hex(32)}`,
  'twilio-key': (r) => `SK${r.hex(32)}`,
  'stripe-key': (r) => `${r.pick(['sk_live_', 'rk_live_', 'sk_test_'])}${alnum(r, 24)}`,
  'shopify-token': (r) => `shpat_${r.hex(32)}`,
  'square-token': (r) => `sq0atp-${b64url(r, 22)}`,
  'grafana-token': (r) => `glsa_${alnum(r, 32)}_${r.hex(8)}`,
  'new-relic-key': (r) => `NRAK-${r.text(UPPER + DIGITS, 27)}`,
  'sonar-token': (r) => `${r.pick(['squ', 'sqp', 'sqa'])}_${r.hex(40)}`,
  'huggingface-token': (r) => `hf_${alnum(r, 34)}`,
  'openai-key': (r) => `sk-proj-${alnum(r, 20)}T3BlbkFJ${alnum(r, 20)}`,
  'anthropic-key': (r) => `sk-ant-api03-${b64url(r, 93)}AA`,
  'linear-key': (r) => `lin_api_${alnum(r, 40)}`,
  'postman-key': (r) => `PMAK-${r.hex(24)}-${r.hex(34)}`,
  'doppler-token': (r) => `dp.pt.${alnum(r, 43)}`,
  'airtable-token': (r) => `pat${alnum(r, 14)}.${r.hex(64)}`,
  'notion-token': (r) => `ntn_${alnum(r, 46)}`,
  'figma-token': (r) => `figd_${b64url(r, 40)}`,
  'age-key': (r) => `AGE-SECRET-KEY-1${r.text('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`,
};

export function jwt(random: Random): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: random.pick(['HS256', 'RS256']), typ: 'JWT' });
  const payload = part({ iss: random.hex(12), exp: 1.7e9 + random.below(1e7), sub: random.hex(8) });
  return `${header}.${payload}.${b64url(random, 43)}`;
}

export function pem(random: Random, newline: string): string {
  const label = random.pick(['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY']);
  const body = Array.from({ length: random.between(3, 14) }, () => random.text(BASE64, 64));
  return [`-----BEGIN ${label}-----`, ...body, base64(random, 22), `-----END ${label}-----`].join(newline);
}

/** A licence as the products print it: `AAAB`, base64 in lines of 76, `X02` and a checksum. */
export function licence(random: Random, newline: string): string {
  const body = Array.from({ length: random.between(5, 9) }, () => random.text(BASE64, 76));
  return `AAAB${random.pick(['rQ', 'tA', 'wg'])}0ODA${body.join(newline)}${newline}${random.text(BASE64, 30)}X02${random.text(LOWER + DIGITS, 2)}`;
}

/** Jira's and Confluence's personal access tokens: 44 characters of base64 of an id and bytes. */
export function personalAccessToken(random: Random): string {
  const id = digits(random, 12);
  const bytes = Buffer.from(Array.from({ length: 20 }, () => random.below(256)));
  return Buffer.concat([Buffer.from(`${id}:`), bytes]).toString('base64');
}
