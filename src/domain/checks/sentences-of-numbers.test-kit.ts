import { type SentenceCase, said } from './sentence-case.test-kit.ts'

/** Sums, dates and codes. Written for this test, in the manner of a provincial newsroom. */
export const numberCases: readonly SentenceCase[] = [
  said(
    'value-changed',
    [
      'Tỉnh có hơn 1,3 triệu dân.',
      'The province has more than 1.3 million people.',
      '全省有130多万人口。',
      '성 인구는 130여만 명이다.',
    ],
    [
      'Tỉnh có hơn 13 triệu dân.',
      'The province has more than 1.3 billion people.',
      '全省有13多万人口。',
      '성 인구는 13여만 명이다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Tổng vốn đầu tư của dự án là 1.200 tỷ đồng.',
      'The project has a total investment of 1.2 trillion dong.',
      '该项目总投资1.2万亿越盾。',
      '이 사업의 총투자액은 1조 2,000억 동이다.',
    ],
    [
      'Tổng vốn đầu tư của dự án là 120 tỷ đồng.',
      'The project has a total investment of 1.2 billion dong.',
      '该项目总投资1.2亿越盾。',
      '이 사업의 총투자액은 1조 200억 동이다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Tỉnh đón 1,5 triệu lượt khách trong năm qua.',
      'The province welcomed 1.5 million visitors last year.',
      '去年全省接待游客150万人次。',
      '지난해 성은 방문객 150만 명을 맞이했다.',
    ],
    [
      'Tỉnh đón 15 triệu lượt khách trong năm qua.',
      'The province welcomed 1.5 billion visitors last year.',
      '去年全省接待游客15万人次。',
      '지난해 성은 방문객 1,500만 명을 맞이했다.',
    ],
  ),
  said(
    'number-format',
    [
      'Nhà máy có công suất 12,5 triệu sản phẩm một năm.',
      'The plant can make 12.5 million products a year.',
      '该工厂年产能为1,250万件产品。',
      '이 공장의 연간 생산 능력은 1,250만 개이다.',
    ],
    [
      'Nhà máy có công suất 12.5 triệu sản phẩm một năm.',
      'The plant can make 12,5 million products a year.',
      '该工厂年产能为1.250万件产品。',
      '이 공장의 연간 생산 능력은 1.250만 개이다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Lễ khai mạc diễn ra ngày 24/11/2026.',
      'The opening ceremony takes place on November 24, 2026.',
      '开幕式于2026年11月24日举行。',
      '개막식은 2026년 11월 24일에 열린다.',
    ],
    [
      'Lễ khai mạc diễn ra ngày 24/12/2026.',
      'The opening ceremony takes place on November 21, 2026.',
      '开幕式于2025年11月24日举行。',
      '개막식은 2026년 1월 24일에 열린다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Hội nghị bắt đầu lúc 14h30 tại nhà văn hóa.',
      'The conference begins at 2:30 pm at the cultural house.',
      '会议于下午2点30分在文化馆开始。',
      '회의는 오후 2시 30분에 문화회관에서 시작된다.',
    ],
    [
      'Hội nghị bắt đầu lúc 14h00 tại nhà văn hóa.',
      'The conference begins at 2:30 am at the cultural house.',
      '会议于上午2点30分在文化馆开始。',
      '회의는 오후 3시 30분에 문화회관에서 시작된다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Phiên họp sẽ tổ chức vào thứ Hai tuần tới.',
      'The session will be held next Monday.',
      '会议将于下周一举行。',
      '회의는 다음 주 월요일에 열린다.',
    ],
    [
      'Phiên họp sẽ tổ chức vào thứ Ba tuần tới.',
      'The session will be held next Tuesday.',
      '会议将于下周二举行。',
      '회의는 다음 주 일요일에 열린다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Quý III năm 2026, kinh tế tăng trưởng 7,8%.',
      'In the third quarter of 2026 the economy grew by 7.8%.',
      '2026年第三季度，经济增长7.8%。',
      '2026년 3분기 경제 성장률은 7.8%였다.',
    ],
    [
      'Quý III năm 2026, kinh tế tăng trưởng 8,7%.',
      'In the third quarter of 2026 the economy grew by 78%.',
      '2026年第三季度，经济增长百分之七。',
      '2026년 3분기 경제 성장률은 7.6%였다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Quý II/2026, thu ngân sách đạt 5.400 tỷ đồng.',
      'In the second quarter of 2026, budget revenue reached 5.4 trillion dong.',
      '2026年第二季度，预算收入达5.4万亿越盾。',
      '2026년 2분기 예산 수입은 5조 4,000억 동에 달했다.',
    ],
    [
      'Quý III/2026, thu ngân sách đạt 5.400 tỷ đồng.',
      'In the first quarter of 2026, budget revenue reached 5.4 trillion dong.',
      '2026年第四季度，预算收入达5.4万亿越盾。',
      '2026년 1분기 예산 수입은 5조 4,000억 동에 달했다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Toàn tỉnh có hai mươi lăm xã đạt chuẩn.',
      'Twenty-five communes of the province meet the standard.',
      '全省有二十五个乡达标。',
      '성 전체에서 25개 면이 기준을 충족했다.',
    ],
    [
      'Toàn tỉnh có hai mươi sáu xã đạt chuẩn.',
      'Fifty-two communes of the province meet the standard.',
      '全省有三十五个乡达标。',
      '성 전체에서 35개 면이 기준을 충족했다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Có một trăm linh năm hộ được hỗ trợ.',
      'One hundred and five households received support.',
      '一百零五户家庭获得资助。',
      '105가구가 지원을 받았다.',
    ],
    [
      'Có một trăm năm mươi hộ được hỗ trợ.',
      'One hundred and fifty households received support.',
      '一百五十户家庭获得资助。',
      '150가구가 지원을 받았다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Giá bán tăng lên 2 triệu rưỡi đồng một tấn.',
      'The price rose to two and a half million dong a tonne.',
      '售价涨到每吨250万越盾。',
      '가격은 톤당 250만 동으로 올랐다.',
    ],
    [
      'Giá bán tăng lên 2 triệu đồng một tấn.',
      'The price rose to two million dong a tonne.',
      '售价涨到每吨25万越盾。',
      '가격은 톤당 2,500만 동으로 올랐다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Nghị quyết 12-NQ/TW đã được quán triệt.',
      'Resolution No. 12-NQ/TW has been studied.',
      '第12-NQ/TW号决议已传达学习。',
      '결의 12-NQ/TW가 전달되었다.',
    ],
    [
      'Nghị quyết 12-NQ/TU đã được quán triệt.',
      'Resolution No. 21-NQ/TW has been studied.',
      '第12-CT/TW号决议已传达学习。',
      '결의 13-NQ/TW가 전달되었다.',
    ],
  ),
  said(
    'value-missing',
    [
      'Quyết định số 1234/QĐ-UBND có hiệu lực ngay.',
      'Decision No. 1234/QĐ-UBND takes effect at once.',
      '第1234/QĐ-UBND号决定即日生效。',
      '제1234/QĐ-UBND호 결정은 즉시 효력을 가진다.',
    ],
    [
      'Quyết định có hiệu lực ngay.',
      'The decision takes effect at once.',
      '该决定即日生效。',
      '이 결정은 즉시 효력을 가진다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Tuyến QL3 dài 310 km được nâng cấp.',
      'The 310 km National Highway 3 is being upgraded.',
      '全长310公里的3号国道正在升级。',
      '310킬로미터의 3번 국도가 개량되고 있다.',
    ],
    [
      'Tuyến QL3 dài 130 km được nâng cấp.',
      'The 301 km National Highway 3 is being upgraded.',
      '全长31公里的3号国道正在升级。',
      '3,100킬로미터의 3번 국도가 개량되고 있다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Đại hội XIV của Đảng họp tại Hà Nội.',
      'The 14th Party Congress met in Hanoi.',
      '越共十四大在河内召开。',
      '제14차 당대회가 하노이에서 열렸다.',
    ],
    [
      'Đại hội XIII của Đảng họp tại Hà Nội.',
      'The 13th Party Congress met in Hanoi.',
      '越共十三大在河内召开。',
      '제13차 당대회가 하노이에서 열렸다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Ngôi đình được xây từ thế kỷ XVII.',
      'The communal house dates from the 17th century.',
      '这座亭建于17世纪。',
      '이 정자는 17세기에 지어졌다.',
    ],
    [
      'Ngôi đình được xây từ thế kỷ XVI.',
      'The communal house dates from the 18th century.',
      '这座亭建于7世纪。',
      '이 정자는 16세기에 지어졌다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Nhiệt độ giảm 5–7 độ C so với hôm trước, độ ẩm 85%.',
      'Temperatures fell by 5–7°C from the day before, with humidity at 85%.',
      '气温较前一天下降5至7摄氏度，湿度为85%。',
      '기온은 전날보다 5~7도 떨어졌고 습도는 85%였다.',
    ],
    [
      'Nhiệt độ giảm 5–9 độ C so với hôm trước, độ ẩm 85%.',
      'Temperatures fell by 5–7°C from the day before, with humidity at 58%.',
      '气温较前一天下降3至7摄氏度，湿度为85%。',
      '기온은 전날보다 5~7도 떨어졌고 습도는 80%였다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Mỗi hộ được vay từ 50–100 triệu đồng.',
      'Each household can borrow from 50 to 100 million dong.',
      '每户可贷款5000万至1亿越盾。',
      '가구당 5,000만~1억 동을 빌릴 수 있다.',
    ],
    [
      'Mỗi hộ được vay từ 50–200 triệu đồng.',
      'Each household can borrow from 15 to 100 million dong.',
      '每户可贷款500万至1亿越盾。',
      '가구당 5,000만~10억 동을 빌릴 수 있다.',
    ],
  ),
  said(
    'unit-changed',
    [
      'Kim ngạch xuất khẩu đạt 25 tỷ USD.',
      'Exports reached 25 billion US dollars.',
      '出口额达250亿美元。',
      '수출액은 250억 달러에 달했다.',
    ],
    [
      'Kim ngạch xuất khẩu đạt 25 tỷ đồng.',
      'Exports reached 25 billion dong.',
      '出口额达250亿越南盾。',
      '수출액은 250억 유로에 달했다.',
    ],
  ),
]
