import { type SentenceCase, said } from './sentence-case.test-kit.ts'
import { numberCases } from './sentences-of-numbers.test-kit.ts'

/** Written for this test, in the manner of a provincial newsroom. */
export const sentenceCases: readonly SentenceCase[] = [
  ...numberCases,
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
