import type { ArticleMetadata } from '#domain/article.ts'
import type { BlockKind } from '#domain/blocks.ts'
import type { Scene } from './drawn-pictures.ts'

export type StoryBlock = Readonly<{
  kind: BlockKind
  text: string
  scene?: Scene
  alt?: string
  credit?: string
}>
/** How far a story has come. */
export type Standing = 'draft' | 'inReview' | 'sentAgain' | 'returned' | 'approved' | 'packaged'
export type Story = Readonly<{
  standing: Standing
  /** Whole hours and minutes of 24/11/2026 at which it was written. */
  at: string
  metadata: Partial<ArticleMetadata>
  blocks: readonly StoryBlock[]
}>

const nam = 'Nguyễn Văn Nam'
const ha = 'Lê Thu Hà'

function text(...paragraphs: readonly string[]): readonly StoryBlock[] {
  return paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph }))
}

function opening(title: string, lead: string): readonly StoryBlock[] {
  return [
    { kind: 'title', text: title },
    { kind: 'lead', text: lead },
  ]
}

/** What was added after the approval of the story that was sent again. */
export const laterParagraph: StoryBlock = {
  kind: 'paragraph',
  text: 'Chiều 24/11, ban tổ chức bổ sung hai chuyến xe điện, nâng tổng số lên 18 chuyến mỗi ngày.',
}
/** A sentence corrected after that approval. */
export const correction = { from: '12.500 lượt khách', to: '14.200 lượt khách' }

/** A day of a provincial newsroom, oldest first. Places are real, events and people are made up. */
export const stories: readonly Story[] = [
  {
    standing: 'approved',
    at: '06:20',
    metadata: { section: 'sport', genre: 'news', byline: nam, place: 'Thái Nguyên' },
    blocks: [
      ...opening(
        'Giải bóng chuyền thanh niên: 16 đội vào vòng hai',
        'Sau hai ngày thi đấu, 16 trong số 24 đội đã giành quyền vào vòng hai, khởi tranh tối 25/11.',
      ),
      ...text('Các trận đấu diễn ra tại nhà thi đấu tỉnh, vào cửa tự do.'),
    ],
  },
  {
    standing: 'draft',
    at: '07:05',
    metadata: { section: 'environment', genre: 'report', byline: nam, place: 'Phú Lương' },
    blocks: [
      ...opening(
        'Rừng đầu nguồn thêm 40 héc-ta cây bản địa',
        'Hơn ba trăm hộ dân nhận trồng lim, lát và dẻ trên những quả đồi từng bị bạc màu.',
      ),
      ...text('Mỗi hộ được cấp cây giống và hướng dẫn kỹ thuật trong hai năm đầu.'),
    ],
  },
  {
    standing: 'packaged',
    at: '07:40',
    metadata: {
      section: 'economy',
      genre: 'news',
      byline: ha,
      topic: 'Nông sản',
      place: 'Đại Từ',
      dateline: 'Thái Nguyên, 24/11',
    },
    blocks: [
      ...opening(
        'Chè vụ đông được giá, nhiều hợp tác xã kín đơn đến Tết',
        'Giá chè búp khô loại một đang ở mức 350.000 đồng một cân, cao hơn cùng kỳ năm ngoái khoảng 8%.',
      ),
      {
        kind: 'figure',
        scene: 'hills',
        text: 'Nương chè xã La Bằng trước đợt thu hái cuối năm.',
        alt: 'Những luống chè xanh chạy song song trên sườn đồi, phía sau là dãy núi trong sương sớm.',
        credit: ha,
      },
      ...text(
        'Theo các hợp tác xã, lượng đặt hàng tăng từ giữa tháng 11, phần lớn là quà biếu đóng hộp nhỏ.',
        'Để giữ chất lượng, nhiều nơi ngừng nhận đơn mới và chỉ hái búp một tôm hai lá.',
      ),
      { kind: 'heading', text: 'Đóng gói gọn, ghi rõ vùng trồng' },
      ...text('Mỗi hộp đều có mã truy xuất, quét bằng điện thoại để xem nương chè và ngày sao.'),
    ],
  },
  {
    standing: 'approved',
    at: '08:10',
    metadata: { section: 'society', genre: 'notice', byline: ha, place: 'Phổ Yên' },
    blocks: [
      ...opening(
        'Tạm ngừng cấp nước một số tổ dân phố ở Phổ Yên',
        'Từ 22 giờ ngày 25/11 đến 4 giờ ngày 26/11, việc cấp nước tạm ngừng để thay đường ống.',
      ),
      ...text('Người dân chủ động trữ nước. Xe bồn phục vụ tại ba điểm trong thời gian sửa chữa.'),
    ],
  },
  {
    standing: 'inReview',
    at: '08:45',
    metadata: { section: 'education', genre: 'feature', byline: nam, deadline: '2026-11-24T18:30:00+07:00' },
    blocks: [
      ...opening(
        'Lớp học tiếng Hàn buổi tối của những người làm du lịch',
        'Bốn mươi chủ nhà nghỉ, lái xe và hướng dẫn viên học ba buổi mỗi tuần để tự đón khách.',
      ),
      {
        kind: 'figure',
        scene: 'class',
        text: 'Một buổi học tối tại nhà văn hóa xóm.',
        alt: 'Lớp học sáng đèn, học viên ngồi quanh bàn dài trước tấm bảng.',
        credit: nam,
      },
      ...text('Lớp kéo dài mười hai tuần, dạy theo tình huống: đón khách, chỉ đường, giới thiệu món ăn.'),
    ],
  },
  {
    standing: 'draft',
    at: '09:15',
    metadata: { language: 'ko', section: 'tourism', genre: 'feature', byline: ha },
    blocks: [
      ...opening('떤끄엉 차밭에서 보내는 하루', '하노이에서 두 시간, 초록빛 언덕 사이로 차 향기가 퍼진다.'),
      ...text('방문객은 찻잎 따기와 덖기를 직접 체험할 수 있다.'),
    ],
  },
  {
    standing: 'draft',
    at: '09:50',
    metadata: { language: 'zh', section: 'economy', genre: 'news', byline: ha },
    blocks: [
      ...opening('太原省冬茶价格上涨', '一级干茶每公斤售价三十五万越南盾，同比上涨约百分之八。'),
      ...text('多家合作社的订单已排到春节。'),
    ],
  },
  {
    standing: 'approved',
    at: '10:20',
    metadata: { language: 'en', section: 'tourism', genre: 'feature', byline: ha },
    blocks: [
      ...opening(
        'A day among the tea hills of Tân Cương',
        'Two hours from Hà Nội, growers open their gardens and their kitchens to visitors.',
      ),
      ...text('Guests pick two leaves and a bud, then learn to roast them by hand over a wood fire.'),
    ],
  },
  {
    standing: 'returned',
    at: '10:55',
    metadata: { section: 'health', genre: 'interview', byline: nam, deadline: '2026-11-25T10:00:00+07:00' },
    blocks: [
      ...opening(
        'Bác sĩ vùng cao: “Đường vào bản nay chỉ còn nửa giờ”',
        'Con đường bê tông mới giúp trạm y tế xã chuyển người bệnh xuống tuyến dưới nhanh gấp ba lần.',
      ),
      ...text('Trước đây, mỗi ca cấp cứu phải khiêng cáng qua hai con suối.'),
    ],
  },
  {
    standing: 'inReview',
    at: '11:30',
    metadata: { section: 'society', genre: 'news', byline: nam, deadline: '2026-11-25T09:00:00+07:00' },
    blocks: [
      ...opening(
        'Phân luồng xe vào Tân Cương trong ba ngày hội chè',
        'Từ 5 giờ ngày 24/11 đến 22 giờ ngày 26/11, xe tải trên 3,5 tấn không đi qua trung tâm xã.',
      ),
      ...text('Xe khách trên 29 chỗ dừng ở bãi đỗ trước cổng trường tiểu học.'),
    ],
  },
  {
    standing: 'sentAgain',
    at: '12:10',
    metadata: {
      section: 'culture',
      genre: 'news',
      byline: nam,
      topic: 'Ngày hội chè',
      place: 'Tân Cương',
      dateline: 'Thái Nguyên, 24/11',
      deadline: '2026-11-24T16:30:00+07:00',
    },
    blocks: [
      ...opening(
        'Ngày hội chè Tân Cương mở cửa đón khách',
        'Trong buổi sáng đầu tiên, ngày hội đón 12.500 lượt khách, nhiều nhất từ trước tới nay.',
      ),
      {
        kind: 'figure',
        scene: 'hills',
        text: 'Khách tham quan nương chè xóm Hồng Thái.',
        alt: 'Đồi chè xanh dưới nắng sớm, xa xa là núi.',
        credit: nam,
      },
      ...text(
        'Hơn hai trăm hộ làm chè mang mẻ chè đầu đông ra sân nhà văn hóa để chấm hương, chấm vị.',
        'Khách tham quan không phải mua vé. Xe điện đưa khách vào khu nương chè, mười lăm phút một chuyến.',
      ),
    ],
  },
  {
    standing: 'draft',
    at: '13:40',
    metadata: {
      section: 'society',
      genre: 'feature',
      byline: nam,
      topic: 'Cầu dân sinh',
      place: 'Võ Nhai',
      dateline: 'Thái Nguyên, 24/11',
      deadline: '2026-11-25T16:00:00+07:00',
    },
    blocks: [
      ...opening(
        'Cây cầu mới nối hai bờ suối Nậm Rứa',
        'Sau mười một tháng thi công, cây cầu dài 42 mét đã đón những chuyến xe đầu tiên, đưa 312 hộ dân ba xóm vùng cao ra trung tâm xã mà không phải lội suối.',
      ),
      {
        kind: 'figure',
        scene: 'bridge',
        text: 'Cầu Nậm Rứa sáng 24/11, ngày đầu thông xe.',
        alt: 'Cây cầu bê tông bắc qua dòng suối xanh giữa hai triền núi.',
        credit: nam,
      },
      ...text(
        'Từ năm giờ sáng, bà con xóm Khe Cái đã chở ngô, gà và măng ra đầu cầu. Chị Hoàng Thị Thử cười: “Mọi năm mùa này nước to, muốn đi chợ phải vòng 19 cây số.”',
      ),
      { kind: 'heading', text: 'Ba trăm học sinh không còn qua bè' },
      ...text(
        'Trường tiểu học ở bờ bên kia có 326 học sinh, gần một nửa nhà ở ba xóm trong. Trước đây, những ngày lũ, lớp học vắng đến phân nửa.',
        'Kinh phí làm cầu là 6,4 tỷ đồng, trong đó người dân góp 1.250 ngày công và hiến 2.300 mét vuông đất.',
      ),
      { kind: 'quote', text: 'Có cầu rồi, con tôi đi học không phải chờ nước rút nữa.' },
      ...text('Giai đoạn hai, xã sẽ làm tiếp 1,8 cây số đường bê tông nối cầu với tỉnh lộ.'),
    ],
  },
]
