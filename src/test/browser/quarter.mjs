// Writes an annual quarter of so many banks, two of each five alike but for their names: node quarter.mjs <banks> <folder>
import fs from 'node:fs';
import path from 'node:path';

const [count, folder] = [Number(process.argv[2]), process.argv[3]];
fs.mkdirSync(folder, { recursive: true });
const numerals = '零一二三四五六七八九';
const banks = Array.from({ length: count }, (_, i) => ({
  code: 'B' + String(i + 1).padStart(3, '0'),
  name: '第' + [...String(i + 1)].map((digit) => numerals[digit]).join('') + '农村商业银行股份有限公司',
  like: i % 5 === 4 ? i - 1 : i,
}));

function sheet(name, head, rows) {
  fs.writeFileSync(path.join(folder, name + '.csv'), '\ufeff' + [head, ...rows].map((row) => row.join(',') + '\n').join(''));
}

sheet('名录', ['银行编码', '银行名称', '简称', '机构类型', '开业日期', '是否考核'],
  banks.map((bank) => [bank.code, bank.name, bank.name.slice(0, -12) + '农商银行', '农商行', '2001-01-01', '是']));
sheet('存贷款', ['银行名称', '存款余额（万元）', '年初贷款余额（万元）', '贷款余额（万元）', '年初小微贷款余额（万元）', '小微贷款余额（万元）',
  '年初工业贷款余额（万元）', '工业贷款余额（万元）'],
banks.map(({ name, like }) => [name, 900000 + 7000 * like, 500000 + 3000 * like, 560000 + 3500 * like, 90000, 99000 + 90 * like,
  50000, 54000 + 45 * like]));
sheet('税收', ['银行名称', '上缴税收（万元）'], banks.map(({ name, like }) => [name, 300 + 47 * like]));
sheet('饶企云', ['银行名称', '平台放款金额（万元）'], banks.map(({ name, like }) => [name, 2000 + 130 * like]));
sheet('满意度', ['预算单位', '银行名称', '评分'], banks.map(({ name, like }) => ['预算单位甲', name, 3 + like % 3]));
sheet('参数', ['项目', '数值'], [['全市存贷比', '75.5']]);
sheet('风险', ['银行名称', '风险类型', '处置'], [[banks[1].name, '流动性', '收回']]);
const funds = ['社会保险基金', '财政专户资金', '国库现金', '住房维修资金'];
sheet('财政存款', ['资金类别', '银行名称', '存款余额（万元）', '未到期定期（万元）', '到期日'], funds.flatMap((fund, at) =>
  banks.map(({ name }, i) => [fund, name, (6000 + 98 * i + at) + (i % 7 === 0 ? '.335617' : ''), 1000, '2023-05-15'])));
sheet('资金池', ['资金类别', '次年调配总额（万元）'], funds.map((fund, at) => [fund, count * 12000 + at * 111.5]));
