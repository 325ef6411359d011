const zh = {
  earlier: '上一页',
  later: '下一页',
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
};

const en: typeof zh = { earlier: 'Previous', later: 'Next', page: (page, of) => `Page ${page} of ${of}` };

/** Words of a list that comes in pages. */
export const pagesWording = { zh, en };
