// Spares visitors who run scripts a reload: forms of the question are sent from the page, which stays
// where it is. Whatever fails is left to the browser, which can send the same forms by itself.
(() => {
  const w = window, d = document, data = d.currentScript.dataset, base = data.base, listeners = {};
  const find = selector => d.querySelector(selector);
  const done = find('#consent-done');
  // What a question on the page does not ask is no part of a yes to it.
  const asked = (find('.consent-question [name=asked]') || {}).value || data.asked;
  let state = JSON.parse(data.state), byBrowser = 'native' in data, isReady = false;

  // Events

  const tell = (name, detail) => {
    w.dispatchEvent(new CustomEvent('consent:' + name, {detail}));
    (listeners[name] || []).forEach(listener => listener(detail));
  };
  const on = (name, listener) => {
    (listeners[name] ||= new Set()).add(listener);
    if (name == 'ready' && isReady) listener(state);
    return () => listeners[name].delete(listener);
  };
  const update = () => {
    tell('update', state);
    if (w.dataLayer) dataLayer.push({event: 'consent_update', consent: state});
  };

  // What the page shows

  const say = text => {
    done.hidden = false;
    done.classList.add('on');
    // A live region speaks of what changes while it is there.
    setTimeout(() => done.firstChild.textContent = text, 50);
  };
  // The next Tab goes to the first thing of the page, where the question was.
  const toStart = () => {
    d.body.tabIndex = -1;
    d.body.focus({preventScroll: true});
    d.body.removeAttribute('tabindex');
  };
  const close = () => {
    const banner = find('.consent-question');
    if (!banner) return;
    const focused = banner.contains(d.activeElement);
    if (banner.close) banner.close();
    banner.remove();
    if (focused) toStart();
    tell('hide', state);
  };
  const become = (next, said) => {
    const last = state, of = (a, p) => a.granted.includes(p) - a.denied.includes(p);
    const changed = [...new Set([...last.granted, ...last.denied, ...next.granted, ...next.denied])]
      .filter(p => of(last, p) != of(next, p));
    state = next;
    const form = done && done.parentNode.querySelector('form'), notice = find('.consent-notice');
    if (notice) notice.remove();
    if (form) form.hidden = !next.granted.length;
    if (said) say(said);
    if (next.decided) close();
    if (next.decided && !last.decided && !last.time) tell('first', state);
    if (changed.length) tell('change', {...state, changed});
    update();
  };

  // What is sent

  const ask = async (path, body) => {
    try {
      const answer = await fetch(path, {method: body ? 'POST' : 'GET', body, headers: {Accept: 'application/json'}});
      if (!answer.ok) throw Error(answer.status);
      return await answer.json();
    } catch (error) {
      tell('error', error);
      throw error;
    }
  };
  const send = async (path, body) => {
    const answer = await ask(path, body);
    become(answer.state, answer.said);
    return state;
  };
  const choose = (choice, purposes = []) => send(base, new URLSearchParams(
    [['choice', choice], ['lang', data.lang], ['asked', asked], ...[...new Set(purposes)].map(p => ['purpose', p])]));
  const isOurs = form => [base, base + '/withdraw'].includes(form.getAttribute('action'))
    && form.closest('.consent-question,.consent-control');
  d.addEventListener('submit', event => {
    const form = event.target, button = event.submitter;
    if (byBrowser || event.defaultPrevented || !isOurs(form)) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.append(button.name, button.value);
    send(form.action, body).catch(() => {
      byBrowser = true;
      // Not while the event that we have stopped is still under way.
      setTimeout(() => form.requestSubmit(button));
    });
  });
  // A page that the browser has kept shows what stood when it was left.
  w.addEventListener('pageshow', event => {
    if (event.persisted && !byBrowser) ask(base + '/state').then(answer => become(answer.state), () => {});
  });
  if (done) done.lastElementChild.addEventListener('click', event => {
    event.preventDefault();
    done.classList.remove('on');
    if (location.hash == '#consent-done') history.replaceState(null, '', ' ');
    toStart();
  });

  // For the page

  const api = w.ConsentGateway = {
    has: purpose => state.granted.includes(purpose),
    state: () => ({...state}),
    accept: purposes => purposes ? choose('save', [...state.granted, ...purposes]) : choose('accept'),
    reject: () => choose('refuse'),
    show() {
      const banner = find('.consent-question');
      tell('show', state);
      if (banner) banner.querySelector('summary').focus();
      else location = base + '?lang=' + data.lang;
    },
    on
  };
  const banner = find('.consent-question');
  if (banner) {
    if (banner.showModal) {
      banner.close();
      banner.tabIndex = -1;
      banner.showModal();
      banner.focus();
      banner.addEventListener('cancel', event => {
        event.preventDefault();
        banner.querySelector('[value=refuse]').click();
      });
    }
    tell('show', state);
  }
  isReady = true;
  tell('ready', state);
  update();
  (w.ConsentGatewayQ || []).forEach(listener => listener(api));
  w.ConsentGatewayQ = {push: listener => listener(api)};
})();
