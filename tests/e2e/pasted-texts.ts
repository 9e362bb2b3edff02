/** As each program puts it on the clipboard: shortened, the odd parts kept. */
export const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;font-family:"Times New Roman"} --></style></head><body lang=VI><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b><span lang=VI style='font-size:14.0pt'>Mưa lớn</span></b><span lang=VI style='font-size:14.0pt'> ở
Võ Nhai<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>-<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Sơ tán 12 hộ</p>
<!--EndFragment--></body></html>`
export const googleDocsHtml = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:400;font-style:normal">Họp báo </span><span style="font-weight:700">sáng nay</span></p><ul><li dir="ltr"><p role="presentation"><span style="font-weight:400">Một ý</span></p></li></ul></b><br class="Apple-interchange-newline">`
export const webHtml = `<meta charset='utf-8'><script>alert(1)</script><h2 style="color:red">Giá chè tăng</h2><p onclick="x()">Theo <a href="https://baothainguyen.vn/">Báo Thái Nguyên</a>, giá tăng <em>8%</em>.</p><p><a href="javascript:alert(1)">bấm đây</a></p>`
export const zaloHtml = `<meta charset='utf-8'><div><span>Anh Nam ơi,</span></div><div><span>hòa giải lúc 14h nhé</span></div>`
