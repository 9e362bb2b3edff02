import type { FindingKind } from './finding.ts'

type InFour = readonly [vi: string, en: string, zh: string, ko: string]

/** The same sentence in four languages, rightly; then each with one fault, and what a check must call it. */
export type SentenceCase = Readonly<{ right: InFour; wrong: InFour; kind: FindingKind }>

function said(kind: FindingKind, right: InFour, wrong: InFour): SentenceCase {
  return { right, wrong, kind }
}

/** Written for this test, in the manner of a provincial newsroom. */
export const sentenceCases: readonly SentenceCase[] = [
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
  said(
    'unit-changed',
    [
      'Tỷ lệ che phủ rừng đạt 46,5%.',
      'Forest cover stands at 46.5 percent.',
      '森林覆盖率达百分之46.5。',
      '산림 피복률은 46.5%이다.',
    ],
    [
      'Tỷ lệ che phủ rừng đạt 46,5 ha.',
      'Forest cover stands at 46.5.',
      '森林覆盖率达46.5公顷。',
      '산림 피복률은 46.5이다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Huyện có 3.500 ha chè, sản lượng 42.000 tấn.',
      'The district has 3,500 hectares of tea yielding 42,000 tonnes.',
      '该县有3500公顷茶园，产量4.2万吨。',
      '이 현에는 차밭 3,500헥타르가 있으며 생산량은 4만2천 톤이다.',
    ],
    [
      'Huyện có 3.500 ha chè, sản lượng 4.200 tấn.',
      'The district has 35,000 hectares of tea yielding 42,000 tonnes.',
      '该县有3500公顷茶园，产量42万吨。',
      '이 현에는 차밭 3,500헥타르가 있으며 생산량은 4만 톤이다.',
    ],
  ),
  said(
    'value-missing',
    [
      'Đường dây nóng: 0208 3855 688.',
      'Hotline: (+84) 208 3855 688.',
      '热线电话：0208 3855 688。',
      '상담 전화: 0208-3855-688.',
    ],
    ['Xin gọi đường dây nóng.', 'Please call the hotline.', '请拨打热线电话。', '상담 전화로 연락하십시오.'],
  ),
  said(
    'value-changed',
    [
      'Gọi số 0912 345 678 để đặt vé.',
      'Call 0912 345 678 to book tickets.',
      '订票请拨打0912 345 678。',
      '예매는 0912-345-678로 문의하십시오.',
    ],
    [
      'Gọi số 0912 345 687 để đặt vé.',
      'Call 0912 354 678 to book tickets.',
      '订票请拨打0913 345 678。',
      '예매는 0912-345-778로 문의하십시오.',
    ],
  ),
  said(
    'value-changed',
    [
      'Hai phần ba số hộ dân đã thoát nghèo.',
      'Two-thirds of the households have left poverty.',
      '三分之二的家庭已脱贫。',
      '가구의 3분의 2가 빈곤에서 벗어났다.',
    ],
    [
      '2.000 hộ dân đã thoát nghèo.',
      '3,000 of the households have left poverty.',
      '500家庭已脱贫。',
      '가구의 90곳이 빈곤에서 벗어났다.',
    ],
  ),
  said(
    'value-extra',
    [
      'Lễ hội thu hút đông đảo du khách.',
      'The festival drew large crowds of visitors.',
      '该节日吸引了众多游客。',
      '축제는 많은 관광객을 끌어모았다.',
    ],
    [
      'Lễ hội thu hút 10.000 du khách.',
      'The festival drew 10,000 visitors.',
      '该节日吸引了1万名游客。',
      '축제는 관광객 1만 명을 끌어모았다.',
    ],
  ),
  said(
    'value-missing',
    [
      'Ông Nam, 45 tuổi, trồng chè từ năm 1998.',
      'Mr Nam, 45, has grown tea since 1998.',
      '45岁的阿南自1998年起种茶。',
      '45세의 남 씨는 1998년부터 차를 재배해 왔다.',
    ],
    [
      'Ông Nam trồng chè từ năm 1998.',
      'Mr Nam, 45, has grown tea for years.',
      '45岁的阿南种茶多年。',
      '남 씨는 1998년부터 차를 재배해 왔다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Triển lãm mở cửa từ ngày 24 đến ngày 26/11.',
      'The exhibition is open from November 24 to 26.',
      '展览于11月24日至26日开放。',
      '전시회는 11월 24일부터 26일까지 열린다.',
    ],
    [
      'Triển lãm mở cửa từ ngày 24 đến ngày 28/11.',
      'The exhibition is open from November 23 to 26.',
      '展览于11月24日至27日开放。',
      '전시회는 11월 24일부터 25일까지 열린다.',
    ],
  ),
  said(
    'value-missing',
    [
      'Cuộc thi diễn ra trong tháng 3/2026.',
      'The contest runs through March 2026.',
      '比赛将于2026年3月举行。',
      '대회는 2026년 3월에 열린다.',
    ],
    [
      'Cuộc thi diễn ra trong tháng tới.',
      'The contest runs through next month.',
      '比赛将于下个月举行。',
      '대회는 다음 달에 열린다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Giai đoạn 2026–2030, tỉnh xây dựng 8.000 căn nhà.',
      'In 2026–2030 the province will build 8,000 homes.',
      '2026—2030年，全省将建8000套住房。',
      '2026~2030년 성은 주택 8천 채를 짓는다.',
    ],
    [
      'Giai đoạn 2026–2030, tỉnh xây dựng 80.000 căn nhà.',
      'In 2021–2030 the province will build 8,000 homes.',
      '2026—2035年，全省将建8000套住房。',
      '2026~2030년 성은 주택 8만 채를 짓는다.',
    ],
  ),
  said(
    'value-changed',
    [
      'Chỉ số tăng 3,2 điểm phần trăm.',
      'The index rose by 3.2 percentage points.',
      '指数上升3.2个百分点。',
      '지수는 3.2%p 올랐다.',
    ],
    [
      'Chỉ số tăng 2,3 điểm phần trăm.',
      'The index rose by 32 percentage points.',
      '指数上升3.5个百分点。',
      '지수는 3.3%p 올랐다.',
    ],
  ),
  said(
    'end-missing',
    [
      'Người dân rất phấn khởi.',
      'The residents were delighted.',
      '居民们十分高兴。',
      '주민들은 매우 기뻐했다.',
    ],
    ['Người dân rất phấn khởi', 'The residents were delighted', '居民们十分高兴', '주민들은 매우 기뻐했다'],
  ),
  said(
    'end-changed',
    [
      'Ai sẽ chịu trách nhiệm về việc này?',
      'Who will answer for this?',
      '谁将为此负责？',
      '누가 이 일을 책임질 것인가?',
    ],
    [
      'Ai sẽ chịu trách nhiệm về việc này.',
      'Who will answer for this.',
      '谁将为此负责。',
      '누가 이 일을 책임질 것인가.',
    ],
  ),
  said(
    'mark-form',
    [
      'Trà Tân Cương nổi tiếng khắp nơi.',
      'Tan Cuong tea is known everywhere.',
      '新疆茶远近闻名。',
      '떤끄엉 차는 널리 알려져 있다.',
    ],
    [
      'Trà Tân Cương nổi tiếng khắp nơi。',
      'Tan Cuong tea is known everywhere。',
      '新疆茶远近闻名.',
      '떤끄엉 차는 널리 알려져 있다。',
    ],
  ),
  said(
    'quotes-unpaired',
    [
      'Ông nói: “Chúng tôi sẵn sàng.”',
      'He said: “We are ready.”',
      '他说：“我们准备好了。”',
      '그는 “우리는 준비되었다.”라고 말했다.',
    ],
    [
      'Ông nói: “Chúng tôi sẵn sàng.',
      'He said: We are ready.”',
      '他说：“我们准备好了。',
      '그는 “우리는 준비되었다.라고 말했다.',
    ],
  ),
  said(
    'brackets-unpaired',
    [
      'Xã Định Hóa (Thái Nguyên) có nhiều di tích.',
      'Dinh Hoa commune (Thai Nguyen) has many relics.',
      '定化乡（太原）有许多遗迹。',
      '딘호아 면(타이응우옌)에는 유적이 많다.',
    ],
    [
      'Xã Định Hóa (Thái Nguyên có nhiều di tích.',
      'Dinh Hoa commune Thai Nguyen) has many relics.',
      '定化乡（太原有许多遗迹。',
      '딘호아 면타이응우옌)에는 유적이 많다.',
    ],
  ),
  said(
    'address-missing',
    [
      'Xem thêm tại baothainguyen.vn hoặc gửi thư tới toasoan@baothainguyen.vn.',
      'See baothainguyen.vn or write to toasoan@baothainguyen.vn.',
      '详情见baothainguyen.vn，或发邮件至toasoan@baothainguyen.vn。',
      '자세한 내용은 baothainguyen.vn을 보거나 toasoan@baothainguyen.vn으로 문의하십시오.',
    ],
    [
      'Xem thêm tại baothainguyen.vn hoặc gửi thư tới toasoan@baothainguyen.com.',
      'See baothainguyen.vn or write to the newsroom.',
      '详情见baothainguyen.com，或发邮件至toasoan@baothainguyen.vn。',
      '자세한 내용은 baothainguyen.vn을 보거나 편집부로 문의하십시오.',
    ],
  ),
  said(
    'target-empty',
    ['Trời nắng đẹp.', 'It was sunny.', '天气晴朗。', '날씨가 맑았다.'],
    ['', ' ', '', ''],
  ),
]
