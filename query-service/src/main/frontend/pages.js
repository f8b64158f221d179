// Draws charts from the tables beside them, so that both say the same. Without this file the pages work as well.
(() => {
  'use strict';

  const ink = '#4d5766';
  const grid = '#dfe4ee';
  const shades = ['#9aa5ba', '#cfd8ea', '#a9bbdf', '#7f98cd', '#f2d48a', '#e0a526', '#a8700a'];
  const font = { fontFamily: 'system-ui, "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif', color: ink, fontSize: 13 };

  /** The colour of a level: the lowest is grey, the highest the deepest gold. */
  const shade = (index, count) => shades[count < 2 ? shades.length - 1 : Math.round(index * (shades.length - 1) / (count - 1))];

  const cells = (row, name) => [...row.querySelectorAll(`[data-${name}]`)];
  const value = (row, name) => row.querySelector(`[data-${name}]`)?.dataset[name] ?? '';

  /** A star's history: one step for each stretch of days. */
  const steps = (table, levels, until) => {
    const points = [...table.tBodies[0].rows].map((row) => [value(row, 'from'), value(row, 'level')]);
    if (points.length && until > points[points.length - 1][0]) points.push([until, points[points.length - 1][1]]);
    const days = points.length ? (new Date(points[points.length - 1][0]) - new Date(points[0][0])) / 86400000 : 0;
    return {
      grid: { left: 12, right: 28, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'time', axisLabel: { ...font, formatter: days < 400 ? '{yyyy}-{MM}-{dd}' : '{yyyy}-{MM}', hideOverlap: true }, axisLine: { lineStyle: { color: ink } } },
      yAxis: {
        type: 'category', data: levels, axisLabel: font, axisTick: { show: false }, axisLine: { show: false },
        splitLine: { show: true, lineStyle: { color: grid } }, boundaryGap: true,
      },
      // A star holds until the next. The library counts steps along the axis of categories, which is the upright one here: from
      // there, to turn on the day of the next is to turn at the start.
      series: [{
        type: 'line', step: 'start', data: points, symbol: 'circle', symbolSize: 9,
        lineStyle: { width: 3, color: '#1b2a4e' }, itemStyle: { color: '#e0a526', borderColor: '#1b2a4e', borderWidth: 2 },
      }],
    };
  };

  /** How many units stand at each level, a bar for each row of the table. */
  const bars = (table, levels) => {
    const rows = [...table.tBodies[0].rows].reverse();
    return {
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: font, itemWidth: 14, itemHeight: 14, selectedMode: false, data: [...levels] },
      xAxis: { type: 'value', minInterval: 1, axisLabel: font, splitLine: { lineStyle: { color: grid } } },
      yAxis: {
        type: 'category', data: rows.map((row) => value(row, 'group')), axisTick: { show: false },
        axisLabel: { ...font, width: 150, overflow: 'truncate' }, axisLine: { lineStyle: { color: ink } },
      },
      series: levels.map((level, index) => ({
        name: level, type: 'bar', stack: 'all', barMaxWidth: 18,
        itemStyle: { color: shade(levels.length - 1 - index, levels.length) },
        data: rows.map((row) => Number(cells(row, 'count')[index].dataset.count)),
      })),
    };
  };

  /** How units moved from one level to another between two days. */
  const flow = (table, levels, from, until, width) => {
    const left = (level) => `${from} ${level}`;
    const right = (level) => `${until} ${level}`;
    const links = [...table.tBodies[0].rows].map((row) => ({
      source: left(value(row, 'was')), target: right(value(row, 'now')), value: Number(value(row, 'count')),
      lineStyle: { color: value(row, 'was') === value(row, 'now') ? '#c3cbdc' : '#e0a526', opacity: 0.55 },
    }));
    const used = new Set(links.flatMap((link) => [link.source, link.target]));
    const nodes = [left, right].flatMap((side) => levels.map((level, index) => ({
      name: side(level), itemStyle: { color: shade(levels.length - 1 - index, levels.length) },
      label: { formatter: level, position: side === left ? 'right' : 'left', width: width / 2 - 40, overflow: 'truncate' },
    }))).filter((node) => used.has(node.name));
    return {
      series: [{
        type: 'sankey', data: nodes, links, left: 4, right: 4, top: 8, bottom: 8, nodeWidth: 14, nodeGap: 14, draggable: false,
        layoutIterations: 0, emphasis: { disabled: true }, label: { ...font, color: '#0b0c0c' },
      }],
    };
  };

  /** What each factor added or took away, a bar for each row of the table. */
  const parts = (table) => {
    const rows = [...table.tBodies[0].rows].reverse();
    return {
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', axisLabel: font, splitLine: { lineStyle: { color: grid } } },
      yAxis: {
        type: 'category', data: rows.map((row) => value(row, 'group')), axisTick: { show: false },
        axisLabel: { ...font, width: 150, overflow: 'break' }, axisLine: { onZero: false, lineStyle: { color: ink } },
      },
      series: [{
        type: 'bar', barMaxWidth: 18,
        data: rows.map((row) => Number(value(row, 'count'))).map((count) => ({ value: count, itemStyle: { color: count < 0 ? '#7f98cd' : '#e0a526' } })),
      }],
    };
  };

  const option = (box, table, levels) => {
    if (box.dataset.chart === 'steps') return steps(table, levels, box.dataset.until);
    if (box.dataset.chart === 'flow') return flow(table, levels, box.dataset.from, box.dataset.until, box.clientWidth);
    if (box.dataset.chart === 'parts') return parts(table);
    return bars(table, levels);
  };

  const draw = (box) => {
    const table = document.getElementById(box.dataset.table);
    if (!table || !table.tBodies[0]?.rows.length || box.childElementCount) return;
    if (['bars', 'parts'].includes(box.dataset.chart)) box.style.height = `${70 + 26 * table.tBodies[0].rows.length}px`;
    box.style.display = 'block';
    const chart = window.echarts.init(box, null, { renderer: 'svg' });
    chart.setOption({ animation: false, ...option(box, table, JSON.parse(box.dataset.levels)) });
    new ResizeObserver(() => chart.resize()).observe(box);
  };

  /** What is shown moves with the journal: at each fact the part of the page is asked for again, once a second at most. */
  const live = () => {
    if (!document.querySelector('[data-live]')) return;
    let due = 0;
    const say = (words) => {
      const line = document.querySelector('.app-live');
      if (line) line.textContent = line.dataset[words];
    };
    const source = new EventSource('/live');
    source.onopen = () => say('liveWords');
    source.onerror = () => say('lostWords');
    source.onmessage = () => {
      clearTimeout(due);
      due = setTimeout(() => window.htmx.ajax('GET', location.pathname + location.search,
        { target: '#live', select: '#live', swap: 'outerHTML' }).then(() => say('liveWords')), 1000);
    };
    window.addEventListener('pagehide', () => source.close());
  };
  document.addEventListener('DOMContentLoaded', live);

  /** A form is sent once: what is sent twice is recorded once anyway, but nobody should wonder. */
  document.addEventListener('submit', (event) => {
    const button = event.target.querySelector('[data-once]');
    if (button) setTimeout(() => { button.disabled = true; }, 0);
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('[data-once]').forEach((button) => { button.disabled = false; }));

  /** The running total of the marks filled in so far, of the most there is. */
  const total = (box) => {
    const marks = [...box.querySelectorAll('[data-most]')];
    const sum = (values) => values.map(Number).filter(Number.isFinite).reduce((all, one) => all + one, 0);
    const line = box.querySelector('.app-total');
    if (!line || marks.length < 2) return;
    line.hidden = false;
    line.firstElementChild.textContent = line.dataset.words.replace('{0}', +sum(marks.map((mark) => mark.value || 'none')).toFixed(4))
      .replace('{1}', +sum(marks.map((mark) => mark.dataset.most)).toFixed(4));
  };
  document.addEventListener('input', (event) => { const box = event.target.closest('[data-total]'); if (box) total(box); });
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-total]').forEach(total);
    document.querySelector('[data-focus]')?.focus();
  });

  /** The library of charts is big: it comes only where there is a chart. */
  let library;
  const charts = () => {
    library ??= new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = document.querySelector('meta[name=charts]').content;
      script.onload = resolve;
      document.head.append(script);
    });
    return library;
  };
  const drawAll = () => {
    const boxes = document.querySelectorAll('[data-chart]');
    if (boxes.length) charts().then(() => boxes.forEach(draw));
  };
  document.addEventListener('DOMContentLoaded', drawAll);
  document.addEventListener('htmx:afterSettle', drawAll);
})();
