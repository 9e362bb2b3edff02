import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlignmentType, Document, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import sharp from 'sharp'
import { projectRoot } from './command.ts'

/**
 * Makes the Word file of `resources/sample/`: a news item as newsrooms type it, with no heading styles: a bold
 * title, a bold lead, an italic caption, "Ảnh: …", a bold name at the end. People and figures are invented.
 */
const folder = join(projectRoot, 'resources', 'sample')
const font = 'Times New Roman'

const hills = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1067">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="#f6d9a8"/><stop offset="1" stop-color="#fdf3df"/></linearGradient></defs>
  <rect width="1600" height="1067" fill="url(#sky)"/>
  <circle cx="1180" cy="300" r="90" fill="#f2a65a"/>
  <path d="M0 520 Q 300 330 640 500 T 1240 460 T 1600 520 V1067 H0Z" fill="#a9bf8f"/>
  <path d="M0 640 Q 380 470 820 640 T 1600 610 V1067 H0Z" fill="#7fa267"/>
  <path d="M0 780 Q 460 610 960 780 T 1600 740 V1067 H0Z" fill="#5b8a4a"/>
  ${Array.from({ length: 9 }, (_, row) => `<path d="M0 ${800 + row * 32} Q 460 ${640 + row * 36} 960 ${800 + row * 32} T 1600 ${770 + row * 32}" stroke="#3d6b35" stroke-width="9" fill="none" stroke-dasharray="34 10" opacity="0.8"/>`).join('\n')}
</svg>`

const picture = await sharp(Buffer.from(hills))
  .jpeg({ quality: 82 })
  .withExif({
    IFD0: { Artist: 'Hoàng Nam', ImageDescription: 'Đồi chè Tân Cương lúc bình minh (tranh minh họa)' },
  })
  .toBuffer()

const text = (value: string, more: object = {}) => new TextRun({ text: value, font, size: 28, ...more })
const paragraph = (value: string, more: object = {}, run: object = {}) =>
  new Paragraph({ children: [text(value, run)], spacing: { after: 120 }, ...more })

const story = new Document({
  sections: [
    {
      children: [
        paragraph(
          'Lễ hội trà Tân Cương đón 12.500 lượt khách trong ngày đầu',
          { alignment: AlignmentType.CENTER },
          { bold: true, size: 32 },
        ),
        paragraph(
          'Sáng 24/11, Lễ hội trà Tân Cương năm 2026 khai mạc với 86 gian hàng của 42 hợp tác xã. Ban tổ chức cho biết đã đón khoảng 12.500 lượt khách, tăng 18% so với ngày đầu của năm trước.',
          {},
          { bold: true },
        ),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new ImageRun({
              type: 'jpg',
              data: picture,
              transformation: { width: 480, height: 320 },
              altText: {
                name: 'doi-che',
                title: 'Đồi chè',
                description: 'Những luống chè uốn theo sườn đồi, mặt trời vừa lên phía xa',
              },
            }),
          ],
        }),
        paragraph(
          'Đồi chè Tân Cương trong buổi sáng khai mạc. Ảnh: Hoàng Nam',
          { alignment: AlignmentType.CENTER },
          { italics: true },
        ),
        paragraph(
          'Từ 6 giờ, các hợp tác xã đã bày chè búp, chè đinh và bộ ấm chén ra hai bên tuyến đường dài 1,2 km. Nhiều gian hàng mời khách tự tay sao chè trên chảo gang, có người hướng dẫn bằng tiếng Việt và tiếng Anh.',
        ),
        new Paragraph({
          spacing: { after: 120 },
          children: [
            text('“Năm nay chúng tôi nhận đặt trước '),
            text('3,5 tấn chè', { bold: true }),
            text(
              ', một nửa là của khách ngoài tỉnh”, bà Phạm Thị Mơ, giám đốc một hợp tác xã ở xóm Hồng Thái, nói.',
            ),
          ],
        }),
        paragraph('Ba ngày với nhiều hoạt động', {}, { bold: true }),
        paragraph('Theo ban tổ chức, lễ hội kéo dài đến hết ngày 26/11 với các hoạt động chính:'),
        paragraph('- Thi hái chè và sao chè thủ công giữa 15 xóm;'),
        paragraph('- Trình diễn pha trà, giới thiệu không gian văn hóa trà;'),
        paragraph('- Kết nối tiêu thụ sản phẩm OCOP, dự kiến ký 20 hợp đồng trị giá 45 tỷ đồng.'),
        paragraph(
          'Khách tham quan không phải mua vé. Xe buýt miễn phí chạy từ quảng trường Võ Nguyên Giáp đến khu lễ hội, 30 phút một chuyến, từ 7 giờ đến 21 giờ.',
        ),
        paragraph('Nguyễn Văn Nam', { alignment: AlignmentType.RIGHT }, { bold: true }),
      ],
    },
  ],
})

writeFileSync(join(folder, 'le-hoi-tra-tan-cuong.docx'), await Packer.toBuffer(story))
