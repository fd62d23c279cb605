// The cloud's public administration calls, with the session of the person who is signed in.
import { t } from './words.js';

const ROOT = '/api/v1/admin/';
const PAUSE_MILLIS = 3000;

/** Who is signed in, and which tenant is looked at. */
export const session = { who: undefined, tenant: undefined, bearer: undefined };
let ended = () => {};

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.field ? `${answer.field}: ${answer.message}` : answer.message);
    this.status = status;
    this.answer = answer;
  }
}

/** Called when the cloud no longer knows the session. */
export function onEnd(work) {
  ended = work;
}

/** The address of a call: tenant and, of a branch manager, branch go with each. */
export function address(path, query = {}) {
  const parameters = new URLSearchParams();
  if (session.tenant) parameters.set('tenant', session.tenant);
  const branch = query.branch ?? session.who?.branch;
  if (branch) parameters.set('branch', branch);
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '' && name !== 'branch') parameters.set(name, value);
  return `${ROOT}${path}${parameters.size ? `?${parameters}` : ''}`;
}

export function headers(more = {}) {
  const all = { ...more };
  if (session.bearer) all.Authorization = `Bearer ${session.bearer}`;
  if (session.who?.csrf) all['X-CSRF-Token'] = session.who.csrf;
  return all;
}

async function call(method, path, query, body) {
  let answer;
  try {
    answer = await fetch(address(path, query), {
      method,
      headers: headers(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error(t('cloudAway'));
  }
  const text = await answer.text();
  if (answer.ok) return text ? JSON.parse(text) : undefined;
  if (answer.status === 401 && session.who) ended();
  throw refusal(answer.status, text);
}

export function refusal(status, text) {
  try {
    return new Refused(status, JSON.parse(text));
  } catch {
    return new Refused(status, { message: t('refusedStatus', status) });
  }
}

export const get = (path, query) => call('GET', path, query);
export const post = (path, body, query) => call('POST', path, query, body);
export const put = (path, body, query) => call('PUT', path, query, body);
export const remove = (path, query) => call('DELETE', path, query);

/** One segment of a path. */
export const segment = encodeURIComponent;

export async function signIn(name, password) {
  session.who = await post('session', { name, password });
}

/** Uses the content of the cloud's admin.token, which is kept in memory and nowhere else. */
export async function signInByToken(token) {
  session.bearer = token;
  try {
    session.who = await get('session');
  } catch (failure) {
    session.bearer = undefined;
    throw failure;
  }
}

/** Goes on with the session that the browser may still have. */
export async function resume() {
  const answer = await fetch(`${ROOT}session`);
  if (answer.ok) session.who = await answer.json();
  return answer.ok;
}

export async function signOut() {
  if (!session.bearer) await remove('session');
  session.who = session.bearer = session.tenant = undefined;
}

/** Sends a file while saying how far it is; a reading cloud takes it in as it comes. */
export function upload(path, query, file, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, query));
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    if (file.name.endsWith('.gz')) request.setRequestHeader('Content-Encoding', 'gzip');
    request.upload.onprogress = (event) => progress(event.loaded, event.total);
    request.onload = () => (request.status < 300 ? done(JSON.parse(request.responseText)) : failed(refusal(request.status, request.responseText)));
    request.onerror = () => failed(new Error(t('cloudAway')));
    request.send(file);
  });
}

/** Tells of changes until it is closed; while there is no line it tells of everything now and then. */
export function live(changed, state) {
  let socket;
  let over = false;
  let timer;
  const again = () => {
    state(false);
    if (over) return;
    timer = setTimeout(() => { changed(['fleet', 'alarms', 'sales', 'quarantine', 'conflicts', 'catalog']); connect(); }, PAUSE_MILLIS * 3);
  };
  const connect = () => {
    if (over) return;
    if (session.bearer) { again(); return; } // A WebSocket of a browser cannot carry the token.
    const url = new URL(address('live'), window.location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    socket = new WebSocket(url);
    socket.onopen = () => state(true);
    socket.onmessage = (event) => {
      const said = JSON.parse(event.data);
      if (said.kind === 'changed') changed(said.of);
    };
    socket.onclose = again;
  };
  connect();
  return () => { over = true; clearTimeout(timer); socket?.close(); };
}
