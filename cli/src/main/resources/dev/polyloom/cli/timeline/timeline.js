'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const count = data.start.length;
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const failure = new Map(data.failures);
  const failed = new Uint8Array(count);
  const lanes = data.lanes.map(() => []);
  const marksOfLane = data.lanes.map(() => []);
  let last = Math.max(1, data.wall);
  for (let i = 0, at = 0; i < count; i++) {
    at += data.start[i];
    start[i] = at;
    end[i] = at + data.took[i];
    last = Math.max(last, end[i]);
    lanes[data.lane[i]].push(i);
  }
  last *= 1.01; // room for the marks of workers that ended with the run
  for (const i of failure.keys()) failed[i] = 1;
  for (const mark of data.marks) if (marksOfLane[mark[0]]) marksOfLane[mark[0]].push(mark);
  const failures = [...failure.keys()].sort((a, b) => a - b);

  const LEAST_SPAN = 20;
  const overview = byId('overview'), axis = byId('axis'), canvas = byId('lanes');
  const scroller = byId('scroller'), spacer = byId('spacer'), tip = byId('tip'), chart = byId('chart');
  let from = 0, to = last;
  let width = 0, gutter = 90, laneHeight = 22, viewHeight = 200;
  let busy = new Float64Array(0), peak = 1;
  let picked = -1, hovered = -1, dirty = false;
  let color = {};

  function readColors() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['card', 'ink', 'soft', 'line', 'stripe', 'ok', 'ok2', 'bad', 'up', 'picked', 'label',
      'busy', 'busy-line', 'window']) {
      color[name] = style.getPropertyValue('--' + name).trim();
    }
  }

  function timeText(micros, unitOf) {
    const size = Math.abs(unitOf === undefined ? micros : unitOf);
    if (micros === 0) return '0';
    if (size < 1000) return trim(micros, 0) + ' µs';
    if (size < 1e6) return trim(micros / 1e3, size < 1e4 ? 2 : 1) + ' ms';
    if (size < 12e7) return trim(micros / 1e6, size < 1e7 ? 3 : 2) + ' s';
    return trim(micros / 6e7, 2) + ' min';
  }
  const trim = (number, digits) => String(Number(number.toFixed(digits)));

  const xOf = (time) => gutter + (time - from) / (to - from) * (width - gutter);
  const timeOf = (x) => from + (x - gutter) / (width - gutter) * (to - from);

  function sized(element, height) {
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    element.style.width = width + 'px';
    element.style.height = height + 'px';
    element.getContext('2d').setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  function layout() {
    readColors();
    const most = Math.max(160, Math.round(window.innerHeight * 0.62));
    laneHeight = Math.max(8, Math.min(30, Math.floor(most / Math.max(1, lanes.length))));
    viewHeight = Math.min(most, Math.max(1, lanes.length) * laneHeight + 2);
    scroller.style.height = viewHeight + 'px';
    spacer.style.height = Math.max(0, lanes.length * laneHeight - viewHeight) + 'px';
    width = Math.max(240, scroller.clientWidth);
    const pen = canvas.getContext('2d');
    pen.font = laneFont();
    let widest = 52;
    for (const name of data.lanes.slice(0, 2000)) widest = Math.max(widest, pen.measureText(name).width);
    gutter = Math.min(220, Math.round(widest) + 20);
    sized(canvas, viewHeight);
    sized(axis, 26);
    sized(overview, 64);
    countBusy();
    draw();
  }

  const laneFont = () => (laneHeight < 14 ? '10px' : '13px') + ' system-ui, "Noto Sans", "DejaVu Sans", sans-serif';

  function countBusy() {
    const columns = Math.max(1, Math.floor(width - gutter));
    const step = last / columns;
    busy = new Float64Array(columns);
    for (let i = 0; i < count; i++) {
      const first = Math.min(columns - 1, Math.floor(start[i] / step));
      const final = Math.min(columns - 1, Math.floor(end[i] / step));
      for (let x = first; x <= final; x++) {
        busy[x] += Math.max(0, Math.min(end[i], (x + 1) * step) - Math.max(start[i], x * step)) / step;
      }
    }
    peak = Math.max(1, busy.reduce((a, b) => Math.max(a, b), 0));
  }

  function draw() {
    if (dirty) return;
    dirty = true;
    requestAnimationFrame(() => { dirty = false; drawOverview(); drawAxis(); drawLanes(); });
  }

  function drawOverview() {
    const pen = overview.getContext('2d');
    const height = 64, base = height - 8, top = 6;
    pen.clearRect(0, 0, width, height);
    const yOf = (value) => base - value / peak * (base - top);
    pen.beginPath();
    pen.moveTo(gutter, base);
    busy.forEach((value, x) => pen.lineTo(gutter + x + 0.5, yOf(value)));
    pen.lineTo(gutter + busy.length, base);
    pen.fillStyle = color.busy;
    pen.fill();
    pen.strokeStyle = color['busy-line'];
    pen.lineWidth = 1;
    pen.stroke();
    pen.fillStyle = color.bad;
    const scale = (width - gutter) / last;
    let drawn = -1;
    for (const i of failures) {
      const x = Math.floor(gutter + start[i] * scale);
      if (x !== drawn) pen.fillRect(x, base + 1, 2, 6);
      drawn = x;
    }
    for (const mark of data.marks) if (mark[2] === 'DIED') flag(pen, gutter + mark[1] * scale, 1, color.bad, 7);
    pen.fillStyle = color.soft;
    pen.font = '12px system-ui, "DejaVu Sans", sans-serif';
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    pen.fillText(trim(peak, peak < 100 ? 1 : 0) + ' busy', gutter - 8, top + 8);
    pen.fillText('0', gutter - 8, base - 4);
    if (from > 0 || to < last) {
      const left = gutter + from * scale, right = gutter + to * scale;
      pen.fillStyle = color.window;
      pen.fillRect(left, 0, Math.max(2, right - left), height);
      pen.fillStyle = color['busy-line'];
      pen.fillRect(left - 1, 0, 2, height);
      pen.fillRect(right - 1, 0, 2, height);
    }
  }

  function ticks() {
    const wanted = Math.max(2, (width - gutter) / 110);
    const raw = (to - from) / wanted;
    const power = Math.pow(10, Math.floor(Math.log10(raw)));
    const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw);
    const list = [];
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) list.push(time);
    return list;
  }

  function drawAxis() {
    const pen = axis.getContext('2d');
    pen.clearRect(0, 0, width, 26);
    pen.font = '12px system-ui, "DejaVu Sans", sans-serif';
    pen.textBaseline = 'middle';
    pen.textAlign = 'left';
    for (const time of ticks()) {
      const x = Math.round(xOf(time));
      pen.fillStyle = color.line;
      pen.fillRect(x, 0, 1, 26);
      pen.fillStyle = color.soft;
      if (x < width - 50) pen.fillText(timeText(Math.round(time), to), x + 5, 13);
    }
  }

  function firstAt(lane, time) {
    let low = 0, high = lane.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (end[lane[middle]] < time) low = middle + 1; else high = middle;
    }
    return low;
  }

  function drawLanes() {
    const pen = canvas.getContext('2d');
    pen.clearRect(0, 0, width, viewHeight);
    const scrolled = scroller.scrollTop;
    const first = Math.max(0, Math.floor(scrolled / laneHeight));
    const final = Math.min(lanes.length - 1, Math.floor((scrolled + viewHeight) / laneHeight));
    for (let l = first; l <= final; l++) {
      if (l % 2 === 1) {
        pen.fillStyle = color.stripe;
        pen.fillRect(0, l * laneHeight - scrolled, width, laneHeight);
      }
    }
    pen.fillStyle = color.line;
    for (const time of ticks()) pen.fillRect(Math.round(xOf(time)), 0, 1, viewHeight);
    pen.save();
    pen.beginPath();
    pen.rect(gutter, 0, width - gutter, viewHeight);
    pen.clip();
    for (let l = first; l <= final; l++) drawLane(pen, l, l * laneHeight - scrolled);
    drawPicked(pen, scrolled);
    pen.restore();
    pen.font = laneFont();
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    const labelled = Math.ceil(13 / laneHeight);
    for (let l = Math.ceil(first / labelled) * labelled; l <= final; l += labelled) {
      pen.fillStyle = color.ink;
      pen.fillText(data.lanes[l], gutter - 8, l * laneHeight - scrolled + laneHeight / 2 + 0.5, gutter - 12);
    }
    pen.fillStyle = color.line;
    pen.fillRect(gutter - 1, 0, 1, viewHeight);
  }

  function drawLane(pen, l, y) {
    const lane = lanes[l];
    const pad = laneHeight > 14 ? 3 : 1;
    const top = y + pad, height = laneHeight - 2 * pad;
    const scale = (width - gutter) / (to - from);
    const thinFailed = [];
    let column = -1, cover = 0;
    const flush = () => {
      if (column < 0) return;
      pen.globalAlpha = 0.3 + 0.7 * Math.min(1, cover);
      pen.fillStyle = color.ok;
      pen.fillRect(column, top, 1, height);
      pen.globalAlpha = 1;
      column = -1; cover = 0;
    };
    for (let n = firstAt(lane, from); n < lane.length && start[lane[n]] <= to; n++) {
      const i = lane[n];
      const left = gutter + (start[i] - from) * scale;
      const wide = (end[i] - start[i]) * scale;
      if (wide < 2) {
        const x = Math.floor(left);
        if (x !== column) { flush(); column = x; }
        cover += wide;
        if (failed[i] && thinFailed.at(-1) !== x) thinFailed.push(x);
        continue;
      }
      flush();
      pen.fillStyle = failed[i] ? color.bad : n % 2 ? color.ok2 : color.ok;
      pen.fillRect(left, top, Math.max(1, wide - (wide > 4 ? 1 : 0)), height);
      if (wide > 46 && height > 11) label(pen, i, left, wide, top + height / 2);
    }
    flush();
    pen.fillStyle = color.bad;
    for (const x of thinFailed) pen.fillRect(x - 1, top, 3, height);
    for (const mark of marksOfLane[l]) {
      flag(pen, xOf(mark[1]), y + 1, { STARTED: color.up, ENDED: color.soft, DIED: color.bad }[mark[2]], Math.min(12, laneHeight - 2));
    }
  }

  function flag(pen, x, y, fill, size) {
    pen.fillStyle = fill;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + size * 0.75, y + size / 2);
    pen.lineTo(x, y + size);
    pen.fill();
    pen.fillRect(x - 1, y, 2, Math.max(size, 8));
  }

  function label(pen, i, left, wide, middle) {
    const shown = Math.max(left, gutter);
    const room = Math.min(left + wide, width) - shown - 10;
    if (room < 30) return;
    pen.font = '12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillStyle = color.label;
    let text = data.item[i].slice(0, 80);
    if (pen.measureText(text).width > room) {
      const fits = Math.floor(text.length * room / pen.measureText(text).width) - 1;
      if (fits < 3) return;
      text = text.slice(0, fits) + '…';
    }
    pen.fillText(text, shown + 5, middle + 0.5);
  }

  function drawPicked(pen, scrolled) {
    for (const i of [hovered, picked]) {
      if (i < 0) continue;
      const y = data.lane[i] * laneHeight - scrolled;
      const left = xOf(start[i]);
      pen.strokeStyle = color.picked;
      pen.lineWidth = i === picked ? 2 : 1;
      pen.strokeRect(left - 0.5, y + 1, Math.max(3, xOf(end[i]) - left), laneHeight - 2);
    }
  }

  function show(newFrom, newTo) {
    const span = Math.min(last, Math.max(LEAST_SPAN, newTo - newFrom));
    from = Math.max(0, Math.min(last - span, newFrom));
    to = from + span;
    draw();
  }

  function zoom(factor, around) {
    const center = around === undefined ? (from + to) / 2 : around;
    show(center - (center - from) * factor, center + (to - center) * factor);
  }

  function hit(x, y) {
    const l = Math.floor((y + scroller.scrollTop) / laneHeight);
    if (x < gutter || l < 0 || l >= lanes.length) return -1;
    const lane = lanes[l];
    const near = 3 * (to - from) / (width - gutter);
    const time = timeOf(x);
    let best = -1, distance = Infinity;
    for (let n = firstAt(lane, time - near); n < lane.length && start[lane[n]] <= time + near; n++) {
      const i = lane[n];
      const off = Math.max(0, start[i] - time, time - end[i]) - (failed[i] ? near : 0);
      if (off < distance) { best = i; distance = off; }
    }
    return best;
  }

  function markAt(x, y) {
    const l = Math.floor((y + scroller.scrollTop) / laneHeight);
    return (marksOfLane[l] || []).find((mark) => Math.abs(xOf(mark[1]) + 4 - x) < 6);
  }

  function factsOf(i) {
    const facts = [['Item', data.item[i]], ['Number', String(data.index[i] + 1)], ['Worker', data.lanes[data.lane[i]]],
      ['Start', timeText(start[i])], ['Took', timeText(end[i] - start[i])]];
    facts.push(['Result', failed[i] ? failure.get(i) : 'done']);
    return facts;
  }

  function pick(i, bring) {
    picked = i;
    const detail = byId('detail');
    detail.replaceChildren();
    if (i >= 0) {
      for (const [name, value] of factsOf(i)) {
        const term = document.createElement('dt');
        term.textContent = name;
        const text = document.createElement('dd');
        text.textContent = value;
        if (name === 'Result' && failed[i]) text.className = 'bad';
        detail.append(term, text);
      }
      if (bring) bringIn(i);
    }
    draw();
  }

  function bringIn(i) {
    const y = data.lane[i] * laneHeight;
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    if (y + laneHeight > scroller.scrollTop + viewHeight) scroller.scrollTop = y + laneHeight - viewHeight;
    const span = Math.min(to - from, Math.max((end[i] - start[i]) * 40, LEAST_SPAN));
    if (start[i] < from || end[i] > to || (end[i] - start[i]) / (to - from) * (width - gutter) < 3) {
      const middle = (start[i] + end[i]) / 2;
      show(middle - span / 2, middle + span / 2);
    }
  }

  function step(byLane, by) {
    if (picked < 0) { if (count > 0) pick(0, true); return; }
    const l = data.lane[picked];
    if (!byLane) {
      const n = lanes[l].indexOf(picked) + by;
      if (n >= 0 && n < lanes[l].length) pick(lanes[l][n], true);
      return;
    }
    for (let other = l + by; other >= 0 && other < lanes.length; other += by) {
      const lane = lanes[other];
      if (lane.length > 0) {
        pick(lane[Math.min(lane.length - 1, firstAt(lane, start[picked]))], true);
        return;
      }
    }
  }

  function nextFailure(by) {
    if (failures.length === 0) return;
    const at = by > 0 ? failures.find((i) => i > picked) : failures.findLast((i) => i < picked);
    pick(at === undefined ? failures[by > 0 ? 0 : failures.length - 1] : at, true);
  }

  function find(again) {
    const wanted = byId('find').value.toLowerCase();
    const found = byId('found');
    if (wanted === '') { found.textContent = ''; return; }
    const matches = [];
    for (let i = 0; i < count; i++) if (data.item[i].toLowerCase().includes(wanted)) matches.push(i);
    if (matches.length === 0) { found.textContent = 'none'; return; }
    const next = again ? matches.find((i) => i > picked) : matches[0];
    const chosen = next === undefined ? matches[0] : next;
    found.textContent = (matches.indexOf(chosen) + 1) + ' of ' + matches.length;
    pick(chosen, true);
  }

  function showTip(event) {
    const area = canvas.getBoundingClientRect();
    const x = event.clientX - area.left, y = event.clientY - area.top;
    const mark = markAt(x, y);
    const i = hit(x, y);
    if (i !== hovered) { hovered = i; draw(); }
    if (!mark && i < 0) { tip.hidden = true; return; }
    tip.textContent = mark ? mark[3] + '\n' + mark[4] + '\nat ' + timeText(mark[1])
      : factsOf(i).map(([name, value]) => name + ': ' + value).join('\n');
    tip.hidden = false;
    const left = event.clientX + 14, top = event.clientY + 14;
    const page = document.documentElement;
    tip.style.left = Math.max(4, Math.min(left, page.clientWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = Math.max(4, top + tip.offsetHeight > page.clientHeight ? top - tip.offsetHeight - 24 : top) + 'px';
  }

  let drag = null;
  canvas.addEventListener('pointerdown', (event) => {
    drag = { x: event.clientX, y: event.clientY, from, to, scrolled: scroller.scrollTop, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drag) { showTip(event); return; }
    const by = event.clientX - drag.x;
    if (Math.abs(by) + Math.abs(event.clientY - drag.y) > 4) drag.moved = true;
    if (!drag.moved) return;
    tip.hidden = true;
    const offset = by / (width - gutter) * (drag.to - drag.from);
    scroller.scrollTop = drag.scrolled - (event.clientY - drag.y);
    show(drag.from - offset, drag.to - offset);
  });
  canvas.addEventListener('pointerup', (event) => {
    const area = canvas.getBoundingClientRect();
    if (drag && !drag.moved) pick(hit(event.clientX - area.left, event.clientY - area.top), false);
    drag = null;
  });
  canvas.addEventListener('pointerleave', () => { tip.hidden = true; if (hovered >= 0) { hovered = -1; draw(); } });
  canvas.addEventListener('dblclick', (event) => {
    const area = canvas.getBoundingClientRect();
    const i = hit(event.clientX - area.left, event.clientY - area.top);
    if (i >= 0) show(start[i] - (end[i] - start[i]) / 2, end[i] + (end[i] - start[i]) / 2);
  });
  chart.addEventListener('wheel', (event) => {
    const area = canvas.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(Math.exp(event.deltaY * 0.002), timeOf(Math.max(gutter, event.clientX - area.left)));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      const by = (event.deltaX || event.deltaY) / width * (to - from);
      show(from + by, to + by);
    }
  }, { passive: false });
  canvas.addEventListener('keydown', (event) => {
    const actions = {
      ArrowLeft: () => step(false, -1), ArrowRight: () => step(false, 1), ArrowUp: () => step(true, -1),
      ArrowDown: () => step(true, 1), '+': () => zoom(0.6), '=': () => zoom(0.6), '-': () => zoom(1 / 0.6),
      0: () => show(0, last), Home: () => show(0, last), n: () => nextFailure(1), p: () => nextFailure(-1),
      N: () => nextFailure(1), P: () => nextFailure(-1), Escape: () => pick(-1, false),
    };
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  let brush = null;
  const overviewTime = (event) =>
    (event.clientX - overview.getBoundingClientRect().left - gutter) / (width - gutter) * last;
  overview.addEventListener('pointerdown', (event) => {
    const time = overviewTime(event);
    const inside = time > from && time < to && (from > 0 || to < last);
    brush = { time, from, to, inside };
    overview.setPointerCapture(event.pointerId);
  });
  overview.addEventListener('pointermove', (event) => {
    if (!brush) return;
    const time = overviewTime(event);
    if (brush.inside) show(brush.from + time - brush.time, brush.to + time - brush.time);
    else if (Math.abs(time - brush.time) > 3 * last / width) show(Math.min(time, brush.time), Math.max(time, brush.time));
  });
  overview.addEventListener('pointerup', () => { brush = null; });
  overview.addEventListener('dblclick', () => show(0, last));

  byId('zoom-in').addEventListener('click', () => zoom(0.6));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 0.6));
  byId('fit').addEventListener('click', () => show(0, last));
  byId('next-failure').addEventListener('click', () => nextFailure(1));
  byId('previous-failure').addEventListener('click', () => nextFailure(-1));
  byId('failure-tools').hidden = failures.length === 0;
  byId('find').addEventListener('input', () => find(false));
  byId('find').addEventListener('keydown', (event) => { if (event.key === 'Enter') find(true); });
  scroller.addEventListener('scroll', draw);
  window.addEventListener('resize', layout);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColors(); draw(); });
  layout();
  document.documentElement.dataset.ready = String(count);
})();
