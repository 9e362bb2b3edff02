import type { metadataNames } from '#domain/article.ts'

export type SampleStory = Readonly<{
  fileName: string
  metadata: Readonly<Partial<Record<(typeof metadataNames)[number], string>>>
  markdown: string
}>

/** Said of every sample in its own metadata, so that none is taken for news. */
const marked = {
  language: 'vi',
  source: 'Bài mẫu của Trạm Tin',
  rights: 'Bài mẫu để tập dùng, không phải tin thật',
}

/**
 * A believable week of a provincial newsroom: three stories of different kinds. Places are real, events and people
 * are made up.
 */
export const sampleStories: readonly SampleStory[] = [
  {
    fileName: 'ngay-hoi-che.md',
    metadata: {
      ...marked,
      section: 'culture',
      genre: 'feature',
      topic: 'Ngày hội chè',
      place: 'Tân Cương, Thái Nguyên',
      dateline: 'Thái Nguyên, 24/11',
      byline: 'Nguyễn Thị Mẫu',
    },
    markdown: `# Tân Cương vào hội chè cuối vụ

**Sáng 24/11, hơn hai trăm hộ làm chè ở Tân Cương mang mẻ chè đầu đông ra sân nhà văn hóa để chấm hương, chấm vị, mở đầu ngày hội chè kéo dài ba ngày.**

Từ năm giờ sáng, khi sương còn dày trên các nương chè, xóm Hồng Thái đã đỏ lửa. Những chảo gang được nhóm củi, lá chè hái từ chiều hôm trước trải mỏng trên nong, chờ đến lượt sao.

Năm nay ban tổ chức chia làm ba phần thi: sao chè bằng tay, pha trà mời khách và kể chuyện làng nghề. Mỗi đội có bốn người, trong đó ít nhất một người dưới ba mươi tuổi.

## Giữ lửa nghề trong những chảo gang

Bà Lê Thị Ví Dụ, 67 tuổi, làm chè từ năm mười lăm tuổi. Bà bảo sao chè khó nhất là lúc “lấy hương”, lửa chỉ cần già hơn một chút là mẻ chè thành khét.

> Máy sao nhanh và đều, nhưng tay người mới biết lúc nào lá chè cần nghỉ.

Theo ban tổ chức, mỗi cân chè búp khô cần chừng năm cân búp tươi. Với mẻ thi, các đội chỉ được dùng búp một tôm hai lá, hái trong buổi sáng.

## Người trẻ đưa chè lên mạng

Ở gian bên cạnh, nhóm thanh niên của hợp tác xã dựng một góc quay nhỏ. Họ phát trực tiếp phần thi sao chè, trả lời khách hỏi về cách bảo quản và nhận đơn ngay tại chỗ.

- Sáng 24/11: thi sao chè bằng tay tại sân nhà văn hóa.
- Chiều 25/11: pha trà mời khách, giao lưu làng nghề.
- Tối 26/11: trao giải và đêm văn nghệ.

Ngày hội mở cửa tự do. Ban tổ chức bố trí bãi gửi xe ở cổng trường tiểu học và xe điện đưa khách vào khu nương chè, mỗi chuyến cách nhau mười lăm phút.
`,
  },
  {
    fileName: 'phan-luong-giao-thong.md',
    metadata: {
      ...marked,
      section: 'society',
      genre: 'notice',
      topic: 'Giao thông',
      place: 'Thái Nguyên',
      dateline: 'Thái Nguyên, 23/11',
      byline: 'Trần Văn Thử',
    },
    markdown: `# Phân luồng xe vào Tân Cương trong ba ngày hội chè

**Từ 5 giờ ngày 24/11 đến 22 giờ ngày 26/11, xe tải trên 3,5 tấn không đi vào đoạn đường qua trung tâm xã Tân Cương.**

Xe khách trên 29 chỗ dừng ở bãi đỗ trước cổng trường tiểu học; khách đi tiếp bằng xe điện miễn phí. Xe của người dân trong xã đi lại bình thường, có thẻ do tổ dân phố cấp.

Lực lượng hướng dẫn có mặt tại ba điểm: ngã ba đầu xã, cầu qua suối và cổng nhà văn hóa. Người dân cần hỗ trợ có thể hỏi trực tiếp tại các điểm này.
`,
  },
  {
    fileName: 'lop-hoc-tieng-han.md',
    metadata: {
      ...marked,
      section: 'education',
      genre: 'news',
      topic: 'Ngoại ngữ',
      place: 'Thái Nguyên',
      dateline: 'Thái Nguyên, 22/11',
      byline: 'Nguyễn Thị Mẫu',
    },
    markdown: `# Lớp tiếng Hàn buổi tối cho người làm du lịch

**Bốn mươi người làm nhà nghỉ, lái xe và hướng dẫn viên vừa bắt đầu lớp tiếng Hàn giao tiếp, học ba buổi tối mỗi tuần.**

Lớp kéo dài mười hai tuần, dạy theo tình huống: đón khách, chỉ đường, giới thiệu món ăn và kể về cây chè. Học viên được mượn sách; người ở xa học cùng qua đường truyền trực tuyến.

Sau khóa học, mỗi học viên phải tự giới thiệu được một điểm tham quan trong năm phút. Bài nói sẽ được ghi hình để dùng làm tư liệu cho trang thông tin du lịch.
`,
  },
]
