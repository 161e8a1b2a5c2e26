/**
 * Scripts like those of firefox-scripts.ts: which request each preflight is sent for, in Firefox's own word.
 *
 * Firefox makes a preflight's load information by copying that of its request. A mark put on the request's therefore
 * stands on its preflight's, and on no other's: no order of events is relied on, and everything may be in flight at once.
 * `unstrippedURI` is the field that can be set and is of no consequence here (it is for parameters taken out of a link).
 */

/** Begins to write down what pages send. */
export const WATCH_TRAFFIC = `
const state = window.corsDevToolsDriver;
const MARK = 'x-channel:';
/** A channel's own id → webRequest's. */
state.requestIds = new Map();
state.sent = [];
// The global of the browser's own modules: a wrapper made in this script's would be dead when webRequest comes to use it.
const { ChannelWrapper } = Cu.getGlobalForObject(Services);
const observer = {
  observe: subject => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { loadInfo, channelId } = channel;
    if (loadInfo === null || loadInfo.triggeringPrincipal.isSystemPrincipal) return;
    state.requestIds.set(channelId, String(ChannelWrapper.get(channel).id));
    const owner = loadInfo.isPreflight ? Number((loadInfo.unstrippedURI?.spec ?? '').slice(MARK.length)) : null;
    if (owner === null) loadInfo.unstrippedURI = Services.io.newURI(MARK + channelId);
    state.sent.push({ channelId, owner, url: channel.URI.spec, method: channel.requestMethod });
  },
};
// Where webRequest learns of a request, before its preflight is made. What is given up earlier has never been sent.
Services.obs.addObserver(observer, 'http-on-modify-request');
`;

/** What was written down so far. */
export const SENT_REQUESTS = `
const { sent, requestIds } = window.corsDevToolsDriver;
return sent.map(({ channelId, owner, url, method }) => ({
  id: requestIds.get(channelId),
  url,
  method,
  preflightOf: owner === null ? null : requestIds.get(owner) ?? 'channel ' + owner,
  documentUrl: '',
  headers: {},
  answers: [],
}));
`;
