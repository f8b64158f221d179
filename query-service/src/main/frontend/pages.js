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
    return {
      grid: { left: 12, right: 28, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'time', axisLabel: { ...font, formatter: '{yyyy}-{MM}', hideOverlap: true }, axisLine: { lineStyle: { color: ink } } },
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
        itemStyle: { color: shade(index, levels.length) },
        data: rows.map((row) => Number(cells(row, 'count')[index].dataset.count)),
      })),
    };
  };

  const draw = (box) => {
    const table = document.getElementById(box.dataset.table);
    if (!table || !table.tBodies[0]?.rows.length || box.childElementCount) return;
    const levels = JSON.parse(box.dataset.levels);
    const option = box.dataset.chart === 'steps' ? steps(table, levels, box.dataset.until) : bars(table, levels);
    if (box.dataset.chart === 'bars') box.style.height = `${70 + 26 * table.tBodies[0].rows.length}px`;
    box.style.display = 'block';
    const chart = window.echarts.init(box, null, { renderer: 'svg' });
    chart.setOption({ animation: false, ...option });
    new ResizeObserver(() => chart.resize()).observe(box);
  };

  const drawAll = () => window.echarts && document.querySelectorAll('[data-chart]').forEach(draw);
  document.addEventListener('DOMContentLoaded', drawAll);
  document.addEventListener('htmx:afterSettle', drawAll);
})();
