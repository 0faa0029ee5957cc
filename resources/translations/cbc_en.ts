<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AcceptPanel</name>
    <message>
        <source>Có tin cậy chứng thư này không?</source>
        <translation>Trust this certificate?</translation>
    </message>
    <message>
        <source>Chứng thư trong tệp</source>
        <translation>Certificate in the file</translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>T&amp;in cậy chứng thư này</source>
        <translation>Trust th&amp;is certificate</translation>
    </message>
    <message>
        <source>&amp;Không tin cậy</source>
        <translation>Do &amp;not trust it</translation>
    </message>
    <message>
        <source>Chứng thư trong tệp có thể bị giả. Hãy lấy vân tay SHA-256 từ nơi cấp bằng đường khác (điện thoại, văn bản) rồi nhập vào đây; chương trình so hộ, không nhập hộ.</source>
        <translation>A certificate in a file may be forged. Get its SHA-256 fingerprint from the issuer another way (telephone, paper) and enter it here; the program compares for you, it does not enter it for you.</translation>
    </message>
    <message>
        <source>ít nhất {least} chữ số đầu</source>
        <translation>at least its first {least} digits</translation>
    </message>
    <message>
        <source>Vân tay từ nơi cấp</source>
        <translation>Fingerprint from the issuer</translation>
    </message>
    <message>
        <source>Lý do tin cậy</source>
        <translation>Why it is trusted</translation>
    </message>
    <message>
        <source>ví dụ: đã gọi điện đối chiếu với nơi cấp</source>
        <translation>such as: compared with the issuer by telephone</translation>
    </message>
    <message>
        <source>{subject} ({organisation}), do {issuer} cấp, hiệu lực {begins} – {ends}</source>
        <translation>{subject} ({organisation}), by {issuer}, valid {begins} – {ends}</translation>
    </message>
</context>
<context>
    <name>AcknowledgeField</name>
    <message>
        <source>Đã đọc và đồng ý</source>
        <translation>Read and agreed</translation>
    </message>
</context>
<context>
    <name>AddressTable</name>
    <message>
        <source>Cơ quan chưa gửi</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Địa chỉ thư</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Các cơ quan chưa gửi</source>
        <translation>Agencies that are missing</translation>
    </message>
    <message>
        <source>F2 sửa địa chỉ, Enter xuống dòng dưới, Ctrl+V dán địa chỉ.</source>
        <translation>F2 edits the address, Enter goes down, Ctrl+V pastes addresses.</translation>
    </message>
</context>
<context>
    <name>Agency</name>
    <message>
        <source>, muộn</source>
        <translation>, late</translation>
    </message>
    <message>
        <source>Gửi đúng hạn</source>
        <translation>Sent in time</translation>
    </message>
</context>
<context>
    <name>AgencyFields</name>
    <message>
        <source>Tên mẫu</source>
        <translation>Name of the profile</translation>
    </message>
    <message>
        <source>nếu có; in phía trên tên cơ quan</source>
        <translation>if there is one; printed above the agency</translation>
    </message>
    <message>
        <source>ví dụ: UBND-VX</source>
        <translation>such as UBND-VX</translation>
    </message>
    <message>
        <source>tên tỉnh, thành phố</source>
        <translation>name of the province or city</translation>
    </message>
    <message>
        <source>nếu ký thay mặt (TM.), ví dụ: Ủy ban nhân dân</source>
        <translation>if somebody signs for it (TM.), such as Ủy ban nhân dân</translation>
    </message>
    <message>
        <source>ví dụ: Chủ tịch, Bộ trưởng</source>
        <translation>such as Chủ tịch, Bộ trưởng</translation>
    </message>
</context>
<context>
    <name>AgencyPanel</name>
    <message>
        <source>Chưa gửi gì.</source>
        <translation>Nothing has come.</translation>
    </message>
    <message>
        <source>Đã trả lại, chờ bản sửa. Cho đến khi có bản sửa, bản này vẫn được tính.</source>
        <translation>Returned, waiting for a corrected version. Until it comes, this one still counts.</translation>
    </message>
    <message>
        <source>Đã trả lại, chờ bản sửa.</source>
        <translation>Returned, waiting for a corrected version.</translation>
    </message>
    <message>
        <source>Danh mục không có cơ quan này. Hãy giao từng tệp cho đúng cơ quan thì mới được tính.</source>
        <translation>The register has no such agency. Assign each file to the right one; only then does it count.</translation>
    </message>
    <message>
        <source>Các bản gửi mâu thuẫn với nhau. Hãy so các bản rồi chọn bản được tính.</source>
        <translation>What came is in conflict. Compare the versions, then choose the one that counts.</translation>
    </message>
    <message>
        <source>Đã gửi nhưng chưa có bản nào dùng được.</source>
        <translation>Something came, and nothing of it can be used.</translation>
    </message>
    <message>
        <source>Cơ quan này không nằm trong số được hỏi.</source>
        <translation>This agency is not among those that were asked.</translation>
    </message>
    <message>
        <source>Lưu tệp vào thư mục nào</source>
        <translation>Save to which folder</translation>
    </message>
    <message>
        <source>Ghi thư vào thư mục nào</source>
        <translation>Into which folder the letter is written</translation>
    </message>
    <message>
        <source>Tìm, không cần dấu</source>
        <translation>Search, accents not needed</translation>
    </message>
    <message>
        <source>Tìm trong các cơ quan này</source>
        <translation>Search in these agencies</translation>
    </message>
    <message>
        <source>Toàn văn</source>
        <translation>The whole text</translation>
    </message>
    <message>
        <source>&amp;Xem hồ sơ</source>
        <translation>&amp;Show its dossier</translation>
    </message>
    <message>
        <source>Hồ sơ của cơ quan đang chọn – Enter</source>
        <translation>What the chosen agency has sent – Enter</translation>
    </message>
</context>
<context>
    <name>AgencySearch</name>
    <message>
        <source>Gõ tên hoặc mã, không cần dấu: thua thien hue</source>
        <translation>Type a name or code, accents are not needed: thua thien hue</translation>
    </message>
    <message>
        <source>Tìm cơ quan</source>
        <translation>Find an agency</translation>
    </message>
    <message>
        <source>Các cơ quan tìm thấy</source>
        <translation>Agencies found</translation>
    </message>
    <message>
        <source>Không có cơ quan nào như vậy trong danh mục của đợt khảo sát này.</source>
        <translation>There is no such agency in the register of this campaign.</translation>
    </message>
</context>
<context>
    <name>AgencyTable</name>
    <message>
        <source>Tên các cột</source>
        <translation>Names of the columns</translation>
    </message>
</context>
<context>
    <name>AnchorList</name>
    <message>
        <source>Chứng thư tin cậy</source>
        <translation>Trusted certificates</translation>
    </message>
    <message>
        <source>Chữ ký số chỉ được xác nhận khi chứng thư dẫn đến một trong các chứng thư dưới đây. Chương trình không tự tin cậy ai; mỗi chứng thư do một người chấp nhận sau khi so vân tay.</source>
        <translation>A signature is confirmed only when its certificate leads to one of those below. The program trusts nobody by itself; each was accepted by a person who compared its fingerprint.</translation>
    </message>
    <message>
        <source>Chưa có chứng thư nào, nên chưa xác nhận được người ký nào.</source>
        <translation>There is none yet, so no signer can be confirmed.</translation>
    </message>
    <message>
        <source>&amp;Thêm từ tệp…</source>
        <translation>&amp;Add from a file…</translation>
    </message>
    <message>
        <source>Ghi &amp;ra tệp…</source>
        <translation>&amp;Write to a file…</translation>
    </message>
    <message>
        <source>&amp;Bỏ tin cậy</source>
        <translation>&amp;Trust no longer</translation>
    </message>
</context>
<context>
    <name>ArrivalBox</name>
    <message>
        <source>&amp;Lập phiếu…</source>
        <translation>&amp;Receipt…</translation>
    </message>
    <message>
        <source>&amp;Soạn thư xin bản khác…</source>
        <translation>Write for another cop&amp;y…</translation>
    </message>
    <message>
        <source>X&amp;em đầy đủ…</source>
        <translation>W&amp;hole report…</translation>
    </message>
    <message>
        <source>Lưu tệp ra ng&amp;oài…</source>
        <translation>Sa&amp;ve a copy…</translation>
    </message>
    <message>
        <source>ĐƯỢC TÍNH</source>
        <translation>COUNTS</translation>
    </message>
</context>
<context>
    <name>ArrivalTable</name>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Gửi lúc</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Các tệp của cơ quan này</source>
        <translation>What came of this agency</translation>
    </message>
</context>
<context>
    <name>ArrivedPage</name>
    <message>
        <source>Ngày đến không phải là ngày, ví dụ 25/3/2022. Chưa nhận gì.</source>
        <translation>The day of arrival is no day such as 25/3/2022. Nothing was taken in.</translation>
    </message>
    <message numerus="yes">
        <source>%n tệp được kiểm tra khi máy này tin cậy những chứng thư khác.</source>
        <translation>
            <numerusform>%n file was verified while this computer trusted other certificates.</numerusform>
            <numerusform>%n files were verified while this computer trusted other certificates.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Kiểm tra lại</source>
        <translation>Verify a&amp;gain</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n tệp thử nghiệm, không tính ở đây.</source>
        <translation>
            <numerusform>There is %n file for practice, which does not count here.</numerusform>
            <numerusform>There are %n files for practice, which do not count here.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Xem hồ sơ thử nghiệm</source>
        <translation>Sho&amp;w what is for practice</translation>
    </message>
    <message>
        <source>Xem &amp;danh sách để riêng</source>
        <translation>Show wha&amp;t was set aside</translation>
    </message>
    <message>
        <source>Chưa nhận được hồ sơ nào</source>
        <translation>Nothing has arrived yet</translation>
    </message>
    <message>
        <source>Kéo vào đây gói hồ sơ (.zip), thư (.eml), PDF đã ký, bản quét hoặc cả thư mục, USB. Mọi tệp được chép vào máy này và kiểm tra; bản gốc không bị thay đổi. Nhận lại cùng một thư mục thì không có gì đổi.</source>
        <translation>Drop packages (.zip), e-mails (.eml), signed PDFs, scans, or whole folders and USB sticks here. Every file is copied to this computer and verified; the originals are not changed. The same folder once more changes nothing.</translation>
    </message>
    <message>
        <source>Đọc &amp;lại</source>
        <translation>&amp;Read again</translation>
    </message>
    <message>
        <source>Chưa đọc được sổ tiếp nhận</source>
        <translation>What has arrived cannot be read</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Sao lưu và khôi phục</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Các bản sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Sao lưu &amp;ngay</source>
        <translation>Back up &amp;now</translation>
    </message>
    <message>
        <source>&amp;Chép ra USB…</source>
        <translation>&amp;Copy to a USB stick…</translation>
    </message>
    <message>
        <source>Khôi phục từ &amp;USB…</source>
        <translation>Restore from a &amp;USB stick…</translation>
    </message>
    <message>
        <source>&amp;Khôi phục bản đã chọn…</source>
        <translation>&amp;Restore the chosen one…</translation>
    </message>
    <message>
        <source>Dữ liệu đã được sao lưu vào “{name}”.</source>
        <translation>The data were backed up to “{name}”.</translation>
    </message>
    <message>
        <source>Chọn USB hoặc thư mục để chép vào</source>
        <translation>Choose the USB stick or folder to copy to</translation>
    </message>
    <message>
        <source>Dữ liệu đã chép (cbc.sqlite3 received.sqlite3)</source>
        <translation>Copied data (cbc.sqlite3 received.sqlite3)</translation>
    </message>
    <message>
        <source>Chọn tệp cbc.sqlite3 (hồ sơ) hoặc received.sqlite3 (đã nhận) trong thư mục đã chép</source>
        <translation>Choose cbc.sqlite3 (dossiers) or received.sqlite3 (what arrived) in the copied folder</translation>
    </message>
    <message>
        <source>đã nhận, </source>
        <translation>what arrived, </translation>
    </message>
    <message>
        <source>Toàn bộ dữ liệu và tệp đính kèm đã được chép vào “{folder}”.</source>
        <translation>All data and attached files were copied to “{folder}”.</translation>
    </message>
    <message>
        <source>Mọi hồ sơ trở lại như lúc {which}. Dữ liệu hiện nay được sao lưu trước rồi mới thay, nên có thể khôi phục lại.</source>
        <translation>All dossiers become what they were at {which}. The present data are backed up first, so they can be restored too.</translation>
    </message>
    <message>
        <source>Những gì đã nhận và quyết định trở lại như lúc {which}; hồ sơ giữ nguyên. Dữ liệu hiện nay được sao lưu trước rồi mới thay, nên có thể khôi phục lại.</source>
        <translation>What arrived, and what was decided, will be as at {which}; dossiers stay as they are. The present data are backed up before they are replaced, so that they can be put back.</translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu này?</source>
        <translation>Restore this backup?</translation>
    </message>
    <message>
        <source>&amp;Khôi phục</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Khôn&amp;g khôi phục</source>
        <translation>&amp;Do not restore</translation>
    </message>
    <message>
        <source>Chương trình tự sao lưu khi mở và cứ 30 phút một lần nếu có thay đổi; bản cũ được lọc bớt dần.</source>
        <translation>The program makes a backup when it is opened and every 30 minutes if something has changed; old ones are thinned out.</translation>
    </message>
    <message>
        <source>Các bản sao lưu nằm trong thư mục “backups” của thư mục dữ liệu.</source>
        <translation>The backups are in the folder “backups” of the folder of the data.</translation>
    </message>
</context>
<context>
    <name>BarTable</name>
    <message>
        <source>Số liệu và biểu đồ</source>
        <translation>Figures and chart</translation>
    </message>
    <message>
        <source>Tên các cột</source>
        <translation>Names of the columns</translation>
    </message>
</context>
<context>
    <name>BesideLinks</name>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Vì sao?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Tính từ đâu?</source>
        <translation>Made of what?</translation>
    </message>
    <message>
        <source>Ghi chú ●</source>
        <translation>Note ●</translation>
    </message>
</context>
<context>
    <name>Carrying</name>
    <message>
        <source>Chọn USB hoặc thư mục để chép hồ sơ vào</source>
        <translation>Choose a USB stick or folder to copy the dossier to</translation>
    </message>
    <message>
        <source>Chọn bản chép hồ sơ từ máy khác</source>
        <translation>Choose the copy of a dossier from another computer</translation>
    </message>
    <message>
        <source>Bản chép hồ sơ (*{suffix})</source>
        <translation>Copies of dossiers (*{suffix})</translation>
    </message>
    <message>
        <source>Hồ sơ đã được chép vào “{path}”. Trên máy kia, bấm “Mở bản chép” và chọn tệp này.</source>
        <translation>The dossier was copied to “{path}”. On the other computer, press “Open a copy” and choose this file.</translation>
    </message>
    <message>
        <source>Bản chép không có các tệp đính kèm đã mất hoặc hỏng trên máy này: {names}.</source>
        <translation>The copy is without these attached files, which are missing or damaged on this computer: {names}.</translation>
    </message>
</context>
<context>
    <name>CellConversion</name>
    <message>
        <source>Dòng {row}, {column}</source>
        <translation>Row {row}, {column}</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>– chưa chọn –</source>
        <translation>– not chosen yet –</translation>
    </message>
    <message>
        <source>Chọn tệp (F2)</source>
        <translation>Choose a file (F2)</translation>
    </message>
</context>
<context>
    <name>CertificateFile</name>
    <message>
        <source>&amp;Chọn tệp chứng thư…</source>
        <translation>Choose the &amp;certificate file…</translation>
    </message>
    <message>
        <source>Mật khẩu của chứng thư</source>
        <translation>Passphrase of the certificate</translation>
    </message>
    <message>
        <source>Tạo chứng thư thử nghiệm để tập làm…</source>
        <translation>Make a trial certificate to practise with…</translation>
    </message>
    <message>
        <source>Hãy chọn tệp chứng thư để ký.</source>
        <translation>Choose the certificate file to sign with.</translation>
    </message>
    <message>
        <source>Chứng thư số PKCS#12 (*.p12 *.pfx)</source>
        <translation>PKCS#12 certificates (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Chưa chọn</source>
        <translation>None chosen</translation>
    </message>
    <message>
        <source>Chứng thư</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
</context>
<context>
    <name>ChapterList</name>
    <message>
        <source>Các chương</source>
        <translation>Chapters</translation>
    </message>
</context>
<context>
    <name>ChapterView</name>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>ColumnAnswer</name>
    <message>
        <source>Tìm câu hỏi cho cột đang chọn</source>
        <translation>Find a question for the chosen column</translation>
    </message>
    <message>
        <source>Cột đang chọn trả lời câu nào? Gõ vài chữ của câu hỏi</source>
        <translation>Which question does the chosen column answer? Type words of it</translation>
    </message>
    <message>
        <source>Các câu tìm thấy</source>
        <translation>Questions that were found</translation>
    </message>
    <message>
        <source>Không có câu nào như vậy trong đợt khảo sát này.</source>
        <translation>There is no such question in this campaign.</translation>
    </message>
    <message>
        <source>&amp;Lấy cột cho câu này</source>
        <translation>&amp;Answers this question</translation>
    </message>
    <message>
        <source>Không lấ&amp;y cột này</source>
        <translation>&amp;Leave the column out</translation>
    </message>
    <message>
        <source>Cột này ghi tên cơ &amp;quan</source>
        <translation>This column &amp;has the agencies</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message numerus="yes">
        <source>%n cơ quan đã gửi nhưng hồ sơ chưa dùng được: không tính.</source>
        <translation>
            <numerusform>%n agency has sent something that cannot be used yet: left out.</numerusform>
            <numerusform>%n agencies have sent something that cannot be used yet: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cơ quan chưa gửi.</source>
        <translation>
            <numerusform>%n agency has not sent anything.</numerusform>
            <numerusform>%n agencies have not sent anything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cơ quan không được hỏi: có trong bảng, không có trong chỉ số.</source>
        <translation>
            <numerusform>%n agency was not asked: in the tables, in no indicator.</numerusform>
            <numerusform>%n agencies were not asked: in the tables, in no indicator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cơ quan có nhiều bản mâu thuẫn chưa quyết định: không tính bản nào.</source>
        <translation>
            <numerusform>%n agency has versions in conflict that are not decided: none of them counts.</numerusform>
            <numerusform>%n agencies have versions in conflict that are not decided: none of them counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>trong đó %n gửi muộn</source>
        <translation>
            <numerusform>%n of them late</numerusform>
            <numerusform>%n of them late</numerusform>
        </translation>
    </message>
    <message>
        <source>Tính {counting}/{asked} cơ quan</source>
        <translation>{counting} of {asked} agencies count</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>So hai bản</source>
        <translation>Compare both</translation>
    </message>
    <message>
        <source>So với bản nào</source>
        <translation>Compare with which</translation>
    </message>
    <message>
        <source>So h&amp;ai bản</source>
        <translation>&amp;Compare</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Bản đang xem</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>Bản kia</source>
        <translation>The other</translation>
    </message>
    <message>
        <source>Những câu trả lời khác nhau</source>
        <translation>Answers that differ</translation>
    </message>
    <message>
        <source>Hai bản trả lời như nhau.</source>
        <translation>Both answer the same.</translation>
    </message>
    <message numerus="yes">
        <source>Khác nhau ở %n câu.</source>
        <translation>
            <numerusform>%n question is answered differently.</numerusform>
            <numerusform>%n questions are answered differently.</numerusform>
        </translation>
    </message>
    <message>
        <source>So với</source>
        <translation>Compare with</translation>
    </message>
</context>
<context>
    <name>ConflictBox</name>
    <message>
        <source>Trong hồ sơ</source>
        <translation>In the dossier</translation>
    </message>
    <message>
        <source>(để trống)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Khác nhau giữa hồ sơ và các tệp</source>
        <translation>The dossier and the files differ</translation>
    </message>
    <message>
        <source>Từ khi gửi tệp đi, những câu này đã được sửa khác nhau. Hãy chọn nội dung đúng.</source>
        <translation>Since the files went out these answers were changed in different ways. Choose what is right.</translation>
    </message>
    <message>
        <source>Giữ tất cả trong &amp;hồ sơ</source>
        <translation>&amp;Keep all of the dossier&apos;s</translation>
    </message>
    <message>
        <source>&amp;Lấy tất cả theo tệp</source>
        <translation>Take all of the &amp;files&apos;</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n chỗ khác nhau nữa, sẽ hỏi ở lần nhận sau.</source>
        <translation>
            <numerusform>%n more difference will be asked the next time the files are taken.</numerusform>
            <numerusform>%n more differences will be asked the next time the files are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consolidated</name>
    <message>
        <source>Mới gửi</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Tính bản khác</source>
        <translation>Another version</translation>
    </message>
    <message>
        <source>Không còn tính</source>
        <translation>No longer counted</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Lần trước</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>Lần này</source>
        <translation>This time</translation>
    </message>
    <message>
        <source>Tăng, giảm</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Số liệu đã đổi</source>
        <translation>Figures that changed</translation>
    </message>
    <message>
        <source>{number} điểm</source>
        <translation>{number} points</translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ngày gửi</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>Chưa gửi</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Chờ quyết định</source>
        <translation>To be decided on</translation>
    </message>
    <message>
        <source>Chưa dùng được</source>
        <translation>Not usable yet</translation>
    </message>
    <message>
        <source>Gửi muộn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Gửi đúng hạn</source>
        <translation>Sent in time</translation>
    </message>
    <message>
        <source>Không được hỏi</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Not readable</translation>
    </message>
    <message>
        <source>Đã trả lời</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Sai kiểu</source>
        <translation>Wrong type</translation>
    </message>
    <message>
        <source>Không có chỗ</source>
        <translation>Without a place</translation>
    </message>
    <message>
        <source>{question}, dòng {row}</source>
        <translation>{question}, row {row}</translation>
    </message>
</context>
<context>
    <name>ConsolidatingPage</name>
    <message>
        <source>Bản tổng hợp trong thư mục không thuộc đợt này, hoặc biểu mẫu, chỉ số đã đổi từ đó.</source>
        <translation>What lies in the folder is not of this round, or its forms or indicators have changed since.</translation>
    </message>
    <message numerus="yes">
        <source>Đã tổng hợp %n cơ quan.</source>
        <translation>
            <numerusform>Consolidated the answers of %n agency.</numerusform>
            <numerusform>Consolidated the answers of %n agencies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có gì đổi so với lần trước.</source>
        <translation>Nothing has changed since the last time.</translation>
    </message>
    <message>
        <source>So với lần trước: {agencies} cơ quan và {figures} số liệu đã đổi.</source>
        <translation>Since the last time {agencies} agencies and {figures} figures have changed.</translation>
    </message>
    <message>
        <source>Tổng hợp &amp;lại</source>
        <translation>Consolidate ane&amp;w</translation>
    </message>
    <message>
        <source>Hồ sơ được tính đã đổi từ lần tổng hợp này.</source>
        <translation>Other answers count now than when this was made.</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Mục lục văn bản</source>
        <translation>Outline of the document</translation>
    </message>
</context>
<context>
    <name>CopyPage</name>
    <message>
        <source>Bản chép từ máy khác: {agency}</source>
        <translation>A copy from another computer: {agency}</translation>
    </message>
    <message>
        <source>&amp;Nhận bản chép</source>
        <translation>&amp;Take the copy</translation>
    </message>
    <message>
        <source>Chọn tất cả của bản &amp;chép</source>
        <translation>Choose all of the &amp;copy</translation>
    </message>
    <message>
        <source>Chọn tất cả của &amp;máy này</source>
        <translation>Choose all of this comp&amp;uter</translation>
    </message>
    <message>
        <source>&amp;Lấy số liệu vào hồ sơ của máy này…</source>
        <translation>Take answers into the dossier &amp;here…</translation>
    </message>
    <message>
        <source>Đã nhận bản chép. Mở hồ sơ để làm tiếp.</source>
        <translation>The copy was taken. Open the dossier to go on.</translation>
    </message>
    <message numerus="yes">
        <source>Đã lấy %n chỗ của bản chép; những chỗ khác giữ như trên máy này.</source>
        <translation>
            <numerusform>%n place was taken from the copy; all others stay as they are here.</numerusform>
            <numerusform>%n places were taken from the copy; all others stay as they are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Lấy %n chỗ đã chọn, giữ các chỗ khác</source>
        <translation>
            <numerusform>Ta&amp;ke %n chosen place, keep the others</numerusform>
            <numerusform>Ta&amp;ke %n chosen places, keep the others</numerusform>
        </translation>
    </message>
    <message>
        <source>Giữ &amp;tất cả như trên máy này</source>
        <translation>&amp;Keep everything as it is here</translation>
    </message>
    <message>
        <source>Trên máy này: {facts}</source>
        <translation>On this computer: {facts}</translation>
    </message>
    <message>
        <source>Trong bản chép: {facts}</source>
        <translation>In the copy: {facts}</translation>
    </message>
    <message numerus="yes">
        <source>%n chỗ khác nhau</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message>
        <source>Trước khi thay đổi gì, chương trình sao lưu dữ liệu của máy này.</source>
        <translation>Before anything is changed, the data of this computer are backed up.</translation>
    </message>
    <message>
        <source>lần {number}, {state}, lưu lần cuối {moment}</source>
        <translation>revision {number}, {state}, last saved {moment}</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Lịch</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Chọn ngày trên lịch</source>
        <translation>Choose a day in the calendar</translation>
    </message>
    <message>
        <source>Chọn ngày trên lịch: {name}</source>
        <translation>Choose a day in the calendar: {name}</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>Ngày đến</source>
        <translation>Day of arrival</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Đến trước hôm nay thì ghi ngày, ví dụ 25/3/2022; thư điện tử có ngày riêng</source>
        <translation>What came before today: type the day, such as 25/3/2022; e-mails have dates of their own</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message numerus="yes">
        <source>còn %n ngày</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>hôm nay là hạn cuối</source>
        <translation>today is the last day</translation>
    </message>
    <message numerus="yes">
        <source>quá hạn %n ngày</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>quá hạn %n tháng</source>
        <translation>
            <numerusform>%n month overdue</numerusform>
            <numerusform>%n months overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>quá hạn %n năm</source>
        <translation>
            <numerusform>%n year overdue</numerusform>
            <numerusform>%n years overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecidingForm</name>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Lý do, được giữ lại trong sổ: ai đã xác nhận, khi nào</source>
        <translation>The reason, which is kept: who confirmed it, and when</translation>
    </message>
    <message>
        <source>Ghi &amp;quyết định</source>
        <translation>&amp;Decide</translation>
    </message>
    <message>
        <source>&amp;Thôi</source>
        <translation>L&amp;eave it</translation>
    </message>
    <message>
        <source>Hãy chọn cơ quan.</source>
        <translation>Choose the agency.</translation>
    </message>
    <message>
        <source>Hãy ghi lý do, để sau này còn biết vì sao.</source>
        <translation>Give the reason, so that it is known later.</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>X&amp;em các trang</source>
        <translation>Look at t&amp;he pages</translation>
    </message>
    <message>
        <source>Đã xem, &amp;chấp nhận</source>
        <translation>Looked, &amp;accept it</translation>
    </message>
    <message>
        <source>&amp;Nhận với số và ngày này</source>
        <translation>&amp;Take it with this number and date</translation>
    </message>
    <message>
        <source>Hãy xem các trang trước.</source>
        <translation>Look at the pages first.</translation>
    </message>
</context>
<context>
    <name>DecisionLines</name>
    <message>
        <source>Quyết định</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>{name}: {ruling}. {who}, {moment}: {why}</source>
        <translation>{name}: {ruling}. {who}, {moment}: {why}</translation>
    </message>
    <message>
        <source>{told} (đã hoàn tác)</source>
        <translation>{told} (taken back)</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Hoàn tác: {told}</source>
        <translation>Take back: {told}</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>Đã xem, c&amp;hấp nhận…</source>
        <translation>Looked at, &amp;accept…</translation>
    </message>
    <message>
        <source>Bản này vẫn được tính; ghi lại rằng các điểm chưa rõ đã được xem và chấp nhận.</source>
        <translation>This one goes on counting; it is kept that its open points were looked at and accepted.</translation>
    </message>
    <message>
        <source>Tính bản nà&amp;y…</source>
        <translation>This one co&amp;unts…</translation>
    </message>
    <message>
        <source>Bản này được tính; những bản mâu thuẫn với nó không được tính.</source>
        <translation>This one counts; those in conflict with it do not.</translation>
    </message>
    <message>
        <source>C&amp;hấp nhận…</source>
        <translation>&amp;Accept…</translation>
    </message>
    <message>
        <source>Bản này có thể được tính dù còn điểm chưa đạt hoặc chưa rõ.</source>
        <translation>This one may count although something failed or is not sure.</translation>
    </message>
    <message>
        <source>Để &amp;riêng…</source>
        <translation>Set as&amp;ide…</translation>
    </message>
    <message>
        <source>Bản này không được tính; tệp vẫn được giữ nguyên.</source>
        <translation>This one does not count; the file stays as it is.</translation>
    </message>
    <message>
        <source>Giao &amp;cho cơ quan…</source>
        <translation>Assig&amp;n to an agency…</translation>
    </message>
    <message>
        <source>Bản này là của cơ quan được chọn dưới đây, dù trong tệp ghi thế nào.</source>
        <translation>This one is of the agency chosen below, whatever the file says.</translation>
    </message>
    <message>
        <source>Đã x&amp;in bản khác…</source>
        <translation>Another copy as&amp;ked for…</translation>
    </message>
    <message>
        <source>Tệp này không đọc được; cơ quan được chọn dưới đây đã được đề nghị gửi lại.</source>
        <translation>This file cannot be read; the agency chosen below was asked to send it again.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>{time} ngày {date}</source>
        <translation>{time} on {date}</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>{label} (thứ tự dòng)</source>
        <translation>{label} (order of rows)</translation>
    </message>
    <message>
        <source>{label} (ghi chú)</source>
        <translation>{label} (note)</translation>
    </message>
    <message>
        <source>{label} (giải trình)</source>
        <translation>{label} (explanation)</translation>
    </message>
    <message>
        <source>{label} (tệp kèm)</source>
        <translation>{label} (files)</translation>
    </message>
    <message>
        <source>{label}, dòng {number}</source>
        <translation>{label}, row {number}</translation>
    </message>
    <message>
        <source>(không có dòng này)</source>
        <translation>(no such row)</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Lấy</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Chỗ khác nhau</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Trên máy này</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Trong bản chép</source>
        <translation>In the copy</translation>
    </message>
    <message>
        <source>Các chỗ khác nhau</source>
        <translation>Differences</translation>
    </message>
</context>
<context>
    <name>DocumentChoice</name>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>DocumentFacts</name>
    <message>
        <source>2. Thông tin của văn bản</source>
        <translation>2. Facts of the document</translation>
    </message>
    <message>
        <source>nếu có; in phía trên tên cơ quan</source>
        <translation>if there is one; printed above the agency</translation>
    </message>
    <message>
        <source>ví dụ: UBND-VX</source>
        <translation>such as UBND-VX</translation>
    </message>
    <message>
        <source>tên tỉnh, thành phố</source>
        <translation>name of the province or city</translation>
    </message>
    <message>
        <source>Số và ngày không ghi ở đây: văn thư cấp sau khi lãnh đạo ký.</source>
        <translation>Number and date come later: the clerk gives them after the leader has signed.</translation>
    </message>
    <message>
        <source>Ký hiệu: {text}</source>
        <translation>Symbol: {text}</translation>
    </message>
    <message>
        <source>Địa danh: {text}</source>
        <translation>Place: {text}</translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation>Parent agency</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place</translation>
    </message>
</context>
<context>
    <name>DocumentStep</name>
    <message>
        <source>Xem văn &amp;bản hiện tại</source>
        <translation>Look at the document as it is no&amp;w</translation>
    </message>
    <message>
        <source>Lưu ra tệp…</source>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <source>nhan-lai</source>
        <translation>taken-back</translation>
    </message>
    <message>
        <source>Văn bản PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
</context>
<context>
    <name>DossierCard</name>
    <message>
        <source>Lần {number}</source>
        <translation>Revision {number}</translation>
    </message>
    <message>
        <source>Lưu lần cuối {moment}</source>
        <translation>Last saved {moment}</translation>
    </message>
    <message>
        <source>THỬ NGHIỆM</source>
        <translation>TRIAL</translation>
    </message>
    <message>
        <source>Mở hồ sơ – Enter</source>
        <translation>Open the dossier – Enter</translation>
    </message>
    <message>
        <source>Đã trả lời {answered}/{asked} câu</source>
        <translation>{answered} of {asked} questions answered</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mở hồ sơ của {agency}</source>
        <translation>Open the dossier of {agency}</translation>
    </message>
    <message>
        <source>Lấy số liệu từ hồ sơ trước…</source>
        <translation>Take from an earlier dossier…</translation>
    </message>
    <message>
        <source>Lấy số liệu từ hồ sơ trước cho {agency}</source>
        <translation>Take answers from an earlier dossier for {agency}</translation>
    </message>
    <message>
        <source>Chép hồ sơ này ra USB hoặc thư mục, để làm tiếp trên máy khác</source>
        <translation>Copy this dossier to a USB stick or folder, to go on at another computer</translation>
    </message>
    <message>
        <source>Chép sang máy khác…</source>
        <translation>Copy for another computer…</translation>
    </message>
    <message>
        <source>Chép hồ sơ của {agency} sang máy khác</source>
        <translation>Copy the dossier of {agency} for another computer</translation>
    </message>
    <message>
        <source>Xóa hồ sơ này khỏi máy, cả trong các bản sao lưu</source>
        <translation>Remove this dossier from this computer and its backups</translation>
    </message>
    <message>
        <source>Xóa hẳn…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Xóa hẳn hồ sơ của {agency}</source>
        <translation>Remove the dossier of {agency} for good</translation>
    </message>
</context>
<context>
    <name>DossierList</name>
    <message>
        <source>Các đợt khảo sát chưa cài biểu mẫu trên máy này</source>
        <translation>Campaigns whose forms are not installed on this computer</translation>
    </message>
    <message>
        <source>Hạn gửi {day} (đã gửi)</source>
        <translation>Due {day} (sent)</translation>
    </message>
    <message>
        <source>Hạn gửi {day} ({left})</source>
        <translation>Due {day} ({left})</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>Hãy đặt con trỏ vào một câu hỏi, rồi bấm lại phím này.</source>
        <translation>Put the cursor into a question, then press this key again.</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>&amp;Xuất văn bản</source>
        <translation>&amp;Export the document</translation>
    </message>
    <message>
        <source>&amp;Mở thư mục</source>
        <translation>Open the &amp;folder</translation>
    </message>
    <message>
        <source>Phần mềm kia cũng đã cấp số và ký cho cơ quan</source>
        <translation>The other program has numbered it and signed for the agency too</translation>
    </message>
    <message>
        <source>hoặc kéo tệp PDF đã ký vào đây. Tệp được so với văn bản đã xuất trước khi nhận.</source>
        <translation>or drop the signed PDF here. Before it is taken it is compared with the document that was exported.</translation>
    </message>
    <message>
        <source>&amp;Nhận tệp đã ký…</source>
        <translation>Ta&amp;ke the signed file…</translation>
    </message>
    <message>
        <source>Văn bản PDF đã ký (*.pdf)</source>
        <translation>Signed PDF documents (*.pdf)</translation>
    </message>
</context>
<context>
    <name>EnglishWorkbook</name>
    <message>
        <source>Cần sổ tính tiếng Anh?</source>
        <translation>Do you need the workbook in English?</translation>
    </message>
    <message>
        <source>Ghi sổ tính tiếng Anh…</source>
        <translation>Write the workbook in English…</translation>
    </message>
    <message>
        <source>Cùng câu trả lời, câu hỏi và tiêu đề bằng tiếng Anh. Sổ tính trong gói vẫn là bản tiếng Việt.</source>
        <translation>The same answers under English questions and headings. The workbook in the package stays Vietnamese.</translation>
    </message>
    <message>
        <source>Ghi sổ tính tiếng Anh</source>
        <translation>Write the workbook in English</translation>
    </message>
    <message>
        <source>Sổ tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message numerus="yes">
        <source>Xem thê&amp;m (còn %n mục)</source>
        <translation>
            <numerusform>Show &amp;more (%n left)</numerusform>
            <numerusform>Show &amp;more (%n left)</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã đổi so với bản đã gửi</source>
        <translation>Changed since it was sent</translation>
    </message>
    <message>
        <source>Cả hồ sơ</source>
        <translation>The whole dossier</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Lý do gửi chậm</source>
        <translation>Reason for the delay</translation>
    </message>
</context>
<context>
    <name>ExplanationLine</name>
    <message>
        <source>Nếu số liệu đúng, hãy ghi lý do</source>
        <translation>If the figures are right, say why</translation>
    </message>
    <message>
        <source>Giải trình:</source>
        <translation>Explanation:</translation>
    </message>
    <message>
        <source>Giải trình cho lưu ý: {question}</source>
        <translation>Explanation of the warning: {question}</translation>
    </message>
</context>
<context>
    <name>FactGroups</name>
    <message>
        <source>Chữ ký số</source>
        <translation>Digital signatures</translation>
    </message>
    <message>
        <source>Nội dung trả lời</source>
        <translation>The answers</translation>
    </message>
    <message>
        <source>Các tệp</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>FactsFold</name>
    <message numerus="yes">
        <source>Xem cả %n điều đã kiểm tra</source>
        <translation>
            <numerusform>Show the %n thing that was verified</numerusform>
            <numerusform>Show all %n things that were verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… và %n điều nữa</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Bỏ tệp</source>
        <translation>Take the file away</translation>
    </message>
    <message>
        <source>Chưa có tệp nào.</source>
        <translation>No file yet.</translation>
    </message>
    <message>
        <source>Thay tệp khác…</source>
        <translation>Replace the file…</translation>
    </message>
    <message>
        <source>Chọn tệp đính kèm</source>
        <translation>Choose the file to attach</translation>
    </message>
</context>
<context>
    <name>FileLines</name>
    <message>
        <source>Kiểm tr&amp;a gói</source>
        <translation>Verif&amp;y the package</translation>
    </message>
    <message>
        <source>&amp;Mở thư mục</source>
        <translation>Open the &amp;folder</translation>
    </message>
    <message>
        <source>Ghi lúc {time} ngày {date} vào thư mục {folder}</source>
        <translation>Written at {time} on {date} into the folder {folder}</translation>
    </message>
    <message>
        <source>Đóng gói lúc {time} ngày {date} trên máy khác; các tệp không có ở máy này.</source>
        <translation>Packed at {time} on {date} on another computer; the files are not on this one.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mở {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Xem và in</source>
        <translation>View and print</translation>
    </message>
    <message>
        <source>không còn ở đó</source>
        <translation>no longer there</translation>
    </message>
    <message>
        <source>Gói gửi đi</source>
        <translation>Package to send</translation>
    </message>
    <message>
        <source>Văn bản đã ký</source>
        <translation>Signed document</translation>
    </message>
    <message>
        <source>Sổ tính Excel</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Thư nháp</source>
        <translation>E-mail draft</translation>
    </message>
</context>
<context>
    <name>FilesBeside</name>
    <message>
        <source>Đính kèm tệp…</source>
        <translation>Attach a file…</translation>
    </message>
    <message>
        <source>Tệp PDF, DOCX hoặc XLSX, không quá 20 MB</source>
        <translation>A PDF, DOCX or XLSX file of at most 20 MB</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mở {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Bỏ {name}</source>
        <translation>Take away {name}</translation>
    </message>
    <message>
        <source>Tệp PDF, Word, Excel (*.pdf *.docx *.xlsx)</source>
        <translation>PDF, Word, Excel (*.pdf *.docx *.xlsx)</translation>
    </message>
    <message>
        <source>Chọn tệp đính kèm</source>
        <translation>Choose the file to attach</translation>
    </message>
</context>
<context>
    <name>FilesLine</name>
    <message>
        <source>Mở &amp;báo cáo PDF</source>
        <translation>Open the re&amp;port (PDF)</translation>
    </message>
    <message>
        <source>Mở sổ &amp;Excel</source>
        <translation>Open the workboo&amp;k</translation>
    </message>
    <message>
        <source>Mở thư mụ&amp;c</source>
        <translation>Open the &amp;folder</translation>
    </message>
    <message>
        <source>Có cả tệp số liệu SQLite</source>
        <translation>The SQLite file is there, too</translation>
    </message>
    <message>
        <source>&amp;Tổng hợp lại…</source>
        <translation>Consolidate a&amp;gain…</translation>
    </message>
    <message>
        <source>{respondents}/{asked} cơ quan, theo hồ sơ nhận đến {moment}; ghi vào {folder}</source>
        <translation>{respondents} of {asked} agencies, as received up to {moment}; written to {folder}</translation>
    </message>
</context>
<context>
    <name>FinalisingStep</name>
    <message>
        <source>1. Chốt số liệu</source>
        <translation>1. Finalise</translation>
    </message>
    <message>
        <source>Hạn gửi đã qua mà chưa nêu lý do chậm; chốt rồi thì không nêu được nữa.</source>
        <translation>The last day for sending is over and no reason for the delay was given; after finalising none can be given any more.</translation>
    </message>
    <message>
        <source>Đúng, bỏ hẳn khỏi bản mới</source>
        <translation>Yes, leave it out of the new revision</translation>
    </message>
    <message>
        <source>Xem những mục cần &amp;sửa</source>
        <translation>See what is to be &amp;corrected</translation>
    </message>
    <message>
        <source>&amp;Chốt số liệu</source>
        <translation>&amp;Finalise</translation>
    </message>
    <message>
        <source>Xem trước bản dự t&amp;hảo</source>
        <translation>Preview the &amp;draft</translation>
    </message>
    <message>
        <source>Gửi những biểu mẫu nào trong lần này:</source>
        <translation>Forms to be sent this time:</translation>
    </message>
    <message>
        <source>Biểu mẫu này có phần người ký nên luôn được gửi</source>
        <translation>This form names who signs, so it is always sent</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n mục phải sửa hoặc giải trình trước khi chốt.</source>
        <translation>
            <numerusform>%n thing is to be corrected or explained before finalising.</numerusform>
            <numerusform>%n things are to be corrected or explained before finalising.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bản gửi lần trước có {forms}. Bản mới thay thế cả bản đó, nên nơi nhận sẽ không còn số liệu này.</source>
        <translation>The revision that was sent holds {forms}. The new one replaces all of it, so the receiver would lose these figures.</translation>
    </message>
    <message>
        <source>Chốt rồi thì câu trả lời không sửa được nữa; khi cần sửa có thể mở lại thành lần sau.</source>
        <translation>Once finalised, answers cannot be changed; if need be the dossier is reopened as the next revision.</translation>
    </message>
    <message>
        <source>Đã chốt lần {number}, {time} ngày {date}. Mã nội dung: {digest}.</source>
        <translation>Revision {number} finalised at {time} on {date}. Content digest: {digest}.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Tìm trong văn bản</source>
        <translation>Find in the document</translation>
    </message>
    <message>
        <source>Tìm trong văn bản (Ctrl+F)</source>
        <translation>Find in the document (Ctrl+F)</translation>
    </message>
    <message>
        <source>Chỗ trước – Shift+F3</source>
        <translation>Previous place – Shift+F3</translation>
    </message>
    <message>
        <source>Chỗ sau – F3</source>
        <translation>Next place – F3</translation>
    </message>
    <message>
        <source>Chỗ trước</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>Chỗ sau</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>{now}/{count} chỗ</source>
        <translation>{now} of {count}</translation>
    </message>
    <message>
        <source>Không có</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Cần biết ({count})</source>
        <translation>To know ({count})</translation>
    </message>
    <message numerus="yes">
        <source>… và %n mục nữa.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Chọn t&amp;hư mục…</source>
        <translation>Choose the fol&amp;der…</translation>
    </message>
    <message>
        <source>Ghi vào</source>
        <translation>Write to</translation>
    </message>
</context>
<context>
    <name>FormsUpdatePage</name>
    <message>
        <source>← &amp;Quay lại</source>
        <translation>← &amp;Back</translation>
    </message>
    <message>
        <source>&amp;Chọn tệp cập nhật…</source>
        <translation>&amp;Choose an update file…</translation>
    </message>
    <message>
        <source>Bản cập nhật</source>
        <translation>The update</translation>
    </message>
    <message>
        <source>Các bản nháp sẽ thế nào</source>
        <translation>What becomes of the drafts</translation>
    </message>
    <message>
        <source>Bản nháp của</source>
        <translation>Draft of</translation>
    </message>
    <message>
        <source>Nếu chuyển sang biểu mẫu mới</source>
        <translation>If it goes over to the new forms</translation>
    </message>
    <message>
        <source>Cậ&amp;p nhật biểu mẫu</source>
        <translation>&amp;Update the forms</translation>
    </message>
    <message>
        <source>&amp;Không cập nhật</source>
        <translation>&amp;Leave them</translation>
    </message>
    <message>
        <source>Tệp {suffix} do nơi phát hành biểu mẫu gửi, có chữ ký số. Chỉ nơi phát hành có trong danh sách chứng thư tin cậy của máy này mới cập nhật được; chưa có gì thay đổi trước khi bạn xem và đồng ý.</source>
        <translation>A {suffix} file comes from the publisher of the forms and is signed. Only publishers among the trusted certificates of this computer can update forms; nothing changes before you have looked and agreed.</translation>
    </message>
    <message>
        <source>Cập nhật biểu mẫu</source>
        <translation>Update forms</translation>
    </message>
    <message>
        <source>Bản cập nhật biểu mẫu (*{suffix})</source>
        <translation>Update of forms (*{suffix})</translation>
    </message>
    <message>
        <source>Chọn tệp cập nhật</source>
        <translation>Choose an update file</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>{title}: phiên bản {installed} → {new}</source>
        <translation>{title}: version {installed} → {new}</translation>
    </message>
    <message>
        <source>Do {publisher} ký ngày {day}. Phần mềm trên máy này: phiên bản {program}.</source>
        <translation>Signed by {publisher} on {day}. The program on this computer: version {program}.</translation>
    </message>
    <message>
        <source>Không có bản nháp nào phải chuyển.</source>
        <translation>There is no draft that would have to change.</translation>
    </message>
    <message numerus="yes">
        <source>%n bản nháp vẫn giữ biểu mẫu cũ sau khi cập nhật, cho tới khi bạn chuyển từng bản:</source>
        <translation>
            <numerusform>%n draft keeps its forms after the update, until you carry it over:</numerusform>
            <numerusform>%n drafts keep their forms after the update, until you carry each over:</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã cập nhật biểu mẫu. Các bản nháp chưa bị thay đổi.</source>
        <translation>The forms are up to date. No draft was changed.</translation>
    </message>
</context>
<context>
    <name>GatheringPage</name>
    <message>
        <source>Nhận tệp đã nhập</source>
        <translation>Take filled-in files</translation>
    </message>
    <message>
        <source>Chọn một hoặc nhiều tệp Excel mà các đơn vị đã điền. Chương trình so với số liệu lúc gửi đi và số liệu hiện có; chưa có gì thay đổi cho tới khi bạn bấm “Nhận vào hồ sơ”.</source>
        <translation>Choose one or more workbooks that others have filled in. They are compared with what went out and with what is here now; nothing changes until you press “Take into the dossier”.</translation>
    </message>
    <message>
        <source>&amp;Chọn các tệp đã nhập…</source>
        <translation>&amp;Choose the filled-in files…</translation>
    </message>
    <message>
        <source>&amp;Nhận vào hồ sơ</source>
        <translation>&amp;Take into the dossier</translation>
    </message>
    <message>
        <source>Chưa có gì thay đổi: mọi nội dung đều giữ như trong hồ sơ.</source>
        <translation>Nothing has changed: everything stays as it is in the dossier.</translation>
    </message>
    <message>
        <source>Chọn các tệp đã nhập</source>
        <translation>Choose the filled-in files</translation>
    </message>
    <message>
        <source>Sổ tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Không tệp nào đọc được. Lý do nằm ở bên dưới.</source>
        <translation>None of the files could be read. The reasons are below.</translation>
    </message>
    <message>
        <source>Các tệp không có gì mới so với hồ sơ.</source>
        <translation>The files say nothing new.</translation>
    </message>
    <message numerus="yes">
        <source>%n câu trả lời mới hoặc đã sửa</source>
        <translation>
            <numerusform>%n new or changed answer</numerusform>
            <numerusform>%n new or changed answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dòng mới</source>
        <translation>
            <numerusform>%n new row</numerusform>
            <numerusform>%n new rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chỗ khác nhau cần chọn</source>
        <translation>
            <numerusform>%n difference to decide</numerusform>
            <numerusform>%n differences to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dòng không còn trong tệp</source>
        <translation>
            <numerusform>%n row missing in the files</numerusform>
            <numerusform>%n rows missing in the files</numerusform>
        </translation>
    </message>
    <message>
        <source>Trong các tệp có: {list}.</source>
        <translation>The files bring: {list}.</translation>
    </message>
</context>
<context>
    <name>GridActions</name>
    <message>
        <source>Thêm dòng</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Chèn</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Nhân đôi</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Dán</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Điền xuống</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>Cắt</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Xóa nội dung ô</source>
        <translation>Clear cells</translation>
    </message>
    <message>
        <source>Chuyển chữ cũ (TCVN3, VNI) sang Unicode</source>
        <translation>Convert TCVN3 and VNI to Unicode</translation>
    </message>
    <message>
        <source>Đính kèm tệp…</source>
        <translation>Attach a file…</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Ra khỏi bảng</source>
        <translation>Leave the table</translation>
    </message>
    <message>
        <source>Chèn một dòng phía trên</source>
        <translation>Insert a row above</translation>
    </message>
    <message>
        <source>Nhân đôi dòng</source>
        <translation>Duplicate rows</translation>
    </message>
    <message>
        <source>Xóa dòng</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>Chuyển dòng lên</source>
        <translation>Move rows up</translation>
    </message>
    <message>
        <source>Chuyển dòng xuống</source>
        <translation>Move rows down</translation>
    </message>
</context>
<context>
    <name>GridDeeds</name>
    <message>
        <source>Chọn tệp đính kèm</source>
        <translation>Choose a file to attach</translation>
    </message>
</context>
<context>
    <name>HandingOverStep</name>
    <message>
        <source>7. Gửi đi</source>
        <translation>7. Hand over</translation>
    </message>
    <message>
        <source>Mở t&amp;hư nháp</source>
        <translation>Open the e-mail &amp;draft</translation>
    </message>
    <message>
        <source>&amp;Chép lời thư</source>
        <translation>Co&amp;py the e-mail&apos;s words</translation>
    </message>
    <message>
        <source>Chép vào &amp;USB…</source>
        <translation>Copy to a U&amp;SB stick…</translation>
    </message>
    <message>
        <source>Ngày gửi</source>
        <translation>Day it was sent</translation>
    </message>
    <message>
        <source>Ghi nhận đã gử&amp;i</source>
        <translation>Re&amp;cord as sent</translation>
    </message>
    <message>
        <source>“{text}” không phải là ngày. Hãy ghi như 25/03/2022.</source>
        <translation>“{text}” is no date. Write it as 25/03/2022.</translation>
    </message>
    <message>
        <source>Đã ghi nhận gửi ngày {date}.</source>
        <translation>Recorded as sent on {date}.</translation>
    </message>
    <message>
        <source>Nơi nhận đã trả lời nên văn bản đã tới nơi; ngày gửi không được ghi lại.</source>
        <translation>The receiver has answered, so it has arrived; the day of sending was not written down.</translation>
    </message>
    <message>
        <source>Sau khi đóng gói.</source>
        <translation>After it is packed.</translation>
    </message>
    <message>
        <source>Gửi bằng chương trình thư của anh/chị, hoặc chép gói vào USB; sau đó ghi lại ngày gửi.</source>
        <translation>Send it with your mail program, or copy the package to a USB stick; then write down the day.</translation>
    </message>
    <message>
        <source>Chọn USB hoặc thư mục để chép gói vào</source>
        <translation>Choose the stick or folder for the package</translation>
    </message>
</context>
<context>
    <name>HeadLine</name>
    <message>
        <source>‹ Hồ sơ</source>
        <translation>‹ Dossiers</translation>
    </message>
    <message>
        <source>Về danh sách</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>THỬ NGHIỆM</source>
        <translation>TRIAL</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>{language} ▾</source>
        <translation>{language} ▾</translation>
    </message>
    <message>
        <source>Ngôn ngữ của biểu mẫu: {language}</source>
        <translation>Language of the forms: {language}</translation>
    </message>
    <message>
        <source>Ngôn ngữ của biểu mẫu; {keys}: đổi ngay</source>
        <translation>Language of the forms; {keys}: change at once</translation>
    </message>
    <message>
        <source>Chưa lưu được từ {time} – đang thử lại</source>
        <translation>Not saved since {time} – trying again</translation>
    </message>
    <message>
        <source>Đang lưu…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Đã lưu {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Đã lưu</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>HelpRoom</name>
    <message>
        <source>&amp;Lưu thành PDF…</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>Không tìm thấy. Hãy thử ít chữ hơn; không cần gõ dấu.</source>
        <translation>Not found. Try fewer letters; accents may be left out.</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong.</source>
        <translation>Something else is running. Wait until it is done.</translation>
    </message>
    <message>
        <source>Lưu tệp PDF</source>
        <translation>Save a PDF file</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>&amp;Mở tệp</source>
        <translation>&amp;Open the file</translation>
    </message>
    <message>
        <source>Đã lưu: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Kết quả tìm kiếm</source>
        <translation>Search results</translation>
    </message>
</context>
<context>
    <name>ImageLine</name>
    <message>
        <source>Thêm ảnh vào mẫu của cơ quan…</source>
        <translation>Add the image to the agency&apos;s profile…</translation>
    </message>
</context>
<context>
    <name>Indicator</name>
    <message>
        <source>Chỉ tiêu {percent}%</source>
        <translation>Target {percent}%</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Left blank</translation>
    </message>
    <message>
        <source>Có số liệu</source>
        <translation>With figures</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Trên tổng</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>Số cơ quan</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>% được hỏi</source>
        <translation>% of asked</translation>
    </message>
    <message>
        <source>% đã gửi</source>
        <translation>% of sent</translation>
    </message>
    <message>
        <source>% trả lời</source>
        <translation>% of answers</translation>
    </message>
    <message>
        <source>theo nhóm cơ quan</source>
        <translation>by group of agencies</translation>
    </message>
    <message>
        <source>Mọi mục, tất cả cơ quan</source>
        <translation>All items, all agencies</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Nhóm cơ quan</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Ngày gửi</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>Được tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Không thuộc số này</source>
        <translation>Not among these</translation>
    </message>
    <message>
        <source>Trả lời khác</source>
        <translation>Answered otherwise</translation>
    </message>
    <message>
        <source>Chưa có trả lời</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>Chỉ tiêu: {percent}% ({source}).</source>
        <translation>Target: {percent}% ({source}).</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>có</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>không</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{count} cơ quan: {asked} số được hỏi.</source>
        <translation>{count} agencies: {asked} of those asked.</translation>
    </message>
    <message>
        <source>{count} cơ quan: {asked} số được hỏi, {sent} số đã gửi.</source>
        <translation>{count} agencies: {asked} of those asked, {sent} of those that have sent.</translation>
    </message>
    <message>
        <source>Ô để trống không tính vào tổng.</source>
        <translation>Blanks are left out of the sums.</translation>
    </message>
    <message numerus="yes">
        <source>%n cơ quan đã gửi nhưng để trống, không tính.</source>
        <translation>
            <numerusform>%n agency has sent and left this blank: not counted.</numerusform>
            <numerusform>%n agencies have sent and left this blank: not counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong rồi nhận các tệp này.</source>
        <translation>Something else is running. Wait until it is done, then take these files in.</translation>
    </message>
    <message>
        <source>Đã dừng; những tệp đã nhận vẫn còn. {told} Nhận lại chỗ đó thì phần còn lại được nhận tiếp.</source>
        <translation>Stopped; what was taken in stays. {told} Take the same place in again, and the rest follows.</translation>
    </message>
</context>
<context>
    <name>IntakeLine</name>
    <message>
        <source>Đến bằng đường nào</source>
        <translation>By which way it came</translation>
    </message>
    <message>
        <source>&amp;Nhận tệp…</source>
        <translation>Take in &amp;files…</translation>
    </message>
    <message>
        <source>Nhận thư &amp;mục…</source>
        <translation>Take in a fo&amp;lder…</translation>
    </message>
    <message>
        <source>&amp;Biểu mẫu trực tuyến…</source>
        <translation>Online for&amp;m…</translation>
    </message>
    <message>
        <source>Bản giấy đã nhậ&amp;p…</source>
        <translation>Keyed-in &amp;paper…</translation>
    </message>
    <message>
        <source>&amp;Văn bản đôn đốc…</source>
        <translation>Reminder&amp;s…</translation>
    </message>
    <message>
        <source>Nhận tệp xuất từ biểu mẫu trực tuyến</source>
        <translation>Take in the export of an online form</translation>
    </message>
    <message>
        <source>Bảng (*.csv *.xlsx)</source>
        <translation>Tables (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Đến bằng</source>
        <translation>Came by</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>on</translation>
    </message>
    <message>
        <source>Hạn gửi {day} ({left}). Tệp và thư mục kéo vào trang này thì được nhận.</source>
        <translation>Due {day} ({left}). Files and folders dropped on this page are taken in.</translation>
    </message>
    <message>
        <source>Nhận tệp</source>
        <translation>Take in files</translation>
    </message>
    <message>
        <source>Nhận mọi tệp trong một thư mục hoặc USB</source>
        <translation>Take in every file in a folder or on a USB stick</translation>
    </message>
    <message>
        <source>Gói hồ sơ, PDF, thư, bản quét ({patterns})</source>
        <translation>Packages, PDFs, e-mails, scans ({patterns})</translation>
    </message>
</context>
<context>
    <name>IssuingPage</name>
    <message>
        <source>Ký và phát hành</source>
        <translation>Sign and issue</translation>
    </message>
</context>
<context>
    <name>JudgingAgain</name>
    <message numerus="yes">
        <source>Đã kiểm tra lại %n tệp. Quyết định của người nhận vẫn giữ nguyên.</source>
        <translation>
            <numerusform>%n file was verified again. What people decided stays.</numerusform>
            <numerusform>%n files were verified again. What people decided stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyedInPage</name>
    <message>
        <source>← &amp;Danh sách đã nhận</source>
        <translation>← &amp;Back to what has arrived</translation>
    </message>
    <message>
        <source>Bản giấy đã nhập trên máy này</source>
        <translation>Paper that was keyed in on this computer</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Sửa lần cuối</source>
        <translation>Last changed</translation>
    </message>
    <message>
        <source>Các hồ sơ trên máy này</source>
        <translation>Dossiers of this computer</translation>
    </message>
    <message>
        <source>&amp;Chọn bản quét…</source>
        <translation>&amp;Choose scans…</translation>
    </message>
    <message>
        <source>&amp;Nhận hồ sơ này</source>
        <translation>&amp;Take this one in</translation>
    </message>
    <message>
        <source>Chưa chọn bản quét (PDF, PNG, JPEG, TIFF) của bản giấy.</source>
        <translation>No scan (PDF, PNG, JPEG, TIFF) of the paper is chosen yet.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào của đợt khảo sát này trên máy này.</source>
        <translation>There is no dossier of this campaign on this computer yet.</translation>
    </message>
    <message>
        <source>Ngày đến không phải là ngày, ví dụ 25/3/2022.</source>
        <translation>The day of arrival is no day such as 25/3/2022.</translation>
    </message>
    <message>
        <source>Đã nhận bản giấy của {agency} như đã nhập.</source>
        <translation>The paper of {agency} is taken in as it was keyed in.</translation>
    </message>
    <message>
        <source>Bản quét (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</source>
        <translation>Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Chọn bản quét</source>
        <translation>Choose scans</translation>
    </message>
    <message>
        <source>đã chốt, lần {number}</source>
        <translation>finalised, {number}</translation>
    </message>
    <message>
        <source>chưa chốt</source>
        <translation>not finalised</translation>
    </message>
    <message>
        <source>Ngày đến</source>
        <translation>Day of arrival</translation>
    </message>
    <message>
        <source>Nhập bản giấy như một hồ sơ của cơ quan đó ở phòng Hồ sơ và chốt số liệu, rồi chọn hồ sơ ở đây cùng bản quét của bản giấy. Nguồn “nhập tay từ bản giấy” được ghi cùng mọi số liệu.</source>
        <translation>Key the paper in as a dossier of that agency, in the room of dossiers, and finalise it; then choose it here together with the scan of the paper. “Keyed in from paper” is told with every figure that rests on it.</translation>
    </message>
</context>
<context>
    <name>LeavingRows</name>
    <message>
        <source>Dòng không còn trong tệp</source>
        <translation>Rows missing in the files</translation>
    </message>
    <message>
        <source>Các dòng này được giữ lại. Đánh dấu những dòng cần xóa khỏi hồ sơ.</source>
        <translation>These rows are kept. Tick those that are to be deleted from the dossier.</translation>
    </message>
    <message>
        <source>Xóa {row} (không còn trong {files})</source>
        <translation>Delete {row} (missing in {files})</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>(không ghi tên cơ quan)</source>
        <translation>(no agency named)</translation>
    </message>
    <message>
        <source>chưa rõ cơ quan</source>
        <translation>agency not known</translation>
    </message>
    <message>
        <source>đã xem xét; {why}</source>
        <translation>seen to; {why}</translation>
    </message>
    <message>
        <source>đã trả lại, chờ bản sửa</source>
        <translation>returned, to be corrected</translation>
    </message>
    <message>
        <source>đã có, lần {number}</source>
        <translation>received, rev. {number}</translation>
    </message>
    <message>
        <source>cần quyết định</source>
        <translation>to be decided</translation>
    </message>
    <message>
        <source>chưa dùng được</source>
        <translation>not usable</translation>
    </message>
    <message>
        <source>chưa gửi</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>{day}, muộn</source>
        <translation>{day}, late</translation>
    </message>
</context>
<context>
    <name>LineEdit</name>
    <message>
        <source>Xóa chữ đã gõ</source>
        <translation>Clear what was typed</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Gửi lúc</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Bằng</source>
        <translation>Came by</translation>
    </message>
    <message>
        <source>Các cơ quan và tệp đã nhận</source>
        <translation>Agencies, and files that arrived</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Tên các cột</source>
        <translation>Column headings</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>CBC – {room}</source>
        <translation>CBC – {room}</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>{why}

Nếu đóng bây giờ, những gì chưa lưu sẽ mất; những gì đã báo “Đã lưu” vẫn còn.</source>
        <translation>{why}

If it is closed now, what is not saved is lost; everything reported as saved is still there.</translation>
    </message>
    <message>
        <source>Đóng khi chưa lưu được?</source>
        <translation>Close although not everything could be saved?</translation>
    </message>
    <message>
        <source>&amp;Bỏ phần chưa lưu và đóng</source>
        <translation>&amp;Give up what is not saved and close</translation>
    </message>
    <message>
        <source>Ở &amp;lại</source>
        <translation>&amp;Stay</translation>
    </message>
    <message>
        <source>Dừng công việc đang chạy?</source>
        <translation>Stop the work in progress?</translation>
    </message>
    <message>
        <source>Chương trình đang làm dở một việc. Nếu đóng cửa sổ, việc đó dừng lại; hồ sơ vẫn nguyên vẹn.</source>
        <translation>The program is in the middle of something. If the window is closed, that stops; the dossiers stay as they are.</translation>
    </message>
    <message>
        <source>&amp;Dừng và đóng</source>
        <translation>&amp;Stop and close</translation>
    </message>
    <message>
        <source>&amp;Chờ làm xong</source>
        <translation>&amp;Wait until it is done</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>chưa trả lời</source>
        <translation>unanswered</translation>
    </message>
    <message>
        <source>đang làm</source>
        <translation>in work</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>có lỗi</source>
        <translation>has a problem</translation>
    </message>
    <message>
        <source>có lưu ý</source>
        <translation>has a warning</translation>
    </message>
    <message>
        <source>không phải trả lời</source>
        <translation>not to be answered</translation>
    </message>
    <message>
        <source>máy tính</source>
        <translation>computed</translation>
    </message>
    <message>
        <source>chỉ đọc</source>
        <translation>read only</translation>
    </message>
    <message>
        <source>đã đổi</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>bị trả lại</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>chưa rõ</source>
        <translation>undecided</translation>
    </message>
</context>
<context>
    <name>MatchingForm</name>
    <message>
        <source>Cột của “{question}”</source>
        <translation>Column of “{question}”</translation>
    </message>
    <message>
        <source>(không lấy)</source>
        <translation>(not taken)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Ẩn</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>NewDossierPage</name>
    <message>
        <source>Lập hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>&amp;Hồ sơ thử nghiệm, để tập làm (không có giá trị)</source>
        <translation>A &amp;trial dossier, for practice (not valid)</translation>
    </message>
    <message>
        <source>Lấy &amp;sẵn số liệu từ hồ sơ trước của cơ quan này</source>
        <translation>Take answers from an &amp;earlier dossier of this agency</translation>
    </message>
    <message>
        <source>&amp;Lập hồ sơ</source>
        <translation>&amp;Make the dossier</translation>
    </message>
    <message>
        <source>Đợt khảo sát</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Cơ quan trả lời</source>
        <translation>The agency that answers</translation>
    </message>
    <message>
        <source>&amp;Mở hồ sơ đã có</source>
        <translation>&amp;Open the existing dossier</translation>
    </message>
    <message>
        <source>Cơ quan này đã có hồ sơ trong đợt khảo sát. Có thể mở ra làm tiếp.</source>
        <translation>This agency already has a dossier in this campaign. It can be opened and continued.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>“{name}” hiện không phải trả lời.</source>
        <translation>“{name}” is not asked now.</translation>
    </message>
    <message>
        <source>“{name}” chỉ phải trả lời khi {words}.</source>
        <translation>“{name}” is asked only when {words}.</translation>
    </message>
    <message numerus="yes">
        <source>Nơi nhận trả lại %n mục, chưa đánh dấu “Đã sửa xong”.</source>
        <translation>
            <numerusform>The receiver returned %n question that is not marked as settled.</numerusform>
            <numerusform>The receiver returned %n questions that are not marked as settled.</numerusform>
        </translation>
    </message>
    <message>
        <source>{told} Muốn sửa, hãy mở lại hồ sơ ở bước “Ký và phát hành”.</source>
        <translation>{told} To change it, reopen the dossier at the step “Sign and issue”.</translation>
    </message>
    <message>
        <source>Xem các mục &amp;bị trả lại</source>
        <translation>See what was retu&amp;rned</translation>
    </message>
    <message numerus="yes">
        <source>Nơi nhận đã tiếp nhận, kèm %n ý kiến.</source>
        <translation>
            <numerusform>The receiver accepted it, with %n remark.</numerusform>
            <numerusform>The receiver accepted it, with %n remarks.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Xem các ý kiến</source>
        <translation>&amp;See the remarks</translation>
    </message>
    <message>
        <source>&amp;Xem và chuyển…</source>
        <translation>&amp;Look and carry over…</translation>
    </message>
    <message>
        <source>Biểu mẫu có phiên bản mới; hồ sơ này vẫn mở theo phiên bản cũ.</source>
        <translation>There is a new version of a form; this dossier is open in its old version.</translation>
    </message>
    <message>
        <source>&amp;Xem và lấy…</source>
        <translation>&amp;View and take…</translation>
    </message>
    <message>
        <source>Có thể lấy số liệu từ hồ sơ trước của cơ quan này.</source>
        <translation>Answers can be taken from an earlier dossier of this agency.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Bằng chữ: {words}</source>
        <translation>In words: {words}</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Hãy ghi số văn bản.</source>
        <translation>Please give the document&apos;s number.</translation>
    </message>
    <message>
        <source>“{text}” không phải là ngày. Hãy ghi như 25/03/2022.</source>
        <translation>“{text}” is no date. Write it as 25/03/2022.</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Date of issue</translation>
    </message>
</context>
<context>
    <name>NumberingStep</name>
    <message>
        <source>4. Số, ngày</source>
        <translation>4. Number and date</translation>
    </message>
    <message>
        <source>Điề&amp;n vào văn bản</source>
        <translation>&amp;Fill into the document</translation>
    </message>
    <message>
        <source>Ghi sai số, ngà&amp;y? Sửa…</source>
        <translation>Wrong n&amp;umber or date? Correct…</translation>
    </message>
    <message>
        <source>Sửa số, ngà&amp;y…</source>
        <translation>Correct n&amp;umber and date…</translation>
    </message>
    <message>
        <source>Cấp số ở đâ&amp;y…</source>
        <translation>Give a n&amp;umber here…</translation>
    </message>
    <message>
        <source>Sau khi lãnh đạo ký.</source>
        <translation>After the leader has signed.</translation>
    </message>
    <message>
        <source>Làm ở nơi khác.</source>
        <translation>Done elsewhere.</translation>
    </message>
    <message>
        <source>Văn thư cấp số và ghi ngày ban hành; ghi cùng số, ngày ấy lên bản giấy đã ký.</source>
        <translation>The clerk gives number and date of issue, and writes the same on the signed paper.</translation>
    </message>
    <message>
        <source>Văn thư cấp số và ghi ngày ban hành; chữ ký của lãnh đạo không bị ảnh hưởng.</source>
        <translation>The clerk gives number and date of issue; the leader&apos;s signature is not affected.</translation>
    </message>
    <message>
        <source>Ghi &amp;lại</source>
        <translation>&amp;Record again</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Dùng</source>
        <translation>Use</translation>
    </message>
    <message numerus="yes">
        <source>Biểu mẫu khác của hồ sơ có %n dòng cho bảng này.</source>
        <translation>
            <numerusform>Another form of the dossier has %n row for this table.</numerusform>
            <numerusform>Another form of the dossier has %n rows for this table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô còn trống của bảng này đã có sẵn trong biểu mẫu khác của hồ sơ.</source>
        <translation>
            <numerusform>%n blank cell of this table is already answered in another form of the dossier.</numerusform>
            <numerusform>%n blank cells of this table are already answered in another form of the dossier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chỗ còn trống ở phần này đã có sẵn trong biểu mẫu khác của hồ sơ.</source>
        <translation>
            <numerusform>%n blank place of this section is already answered in another form of the dossier.</numerusform>
            <numerusform>%n blank places of this section are already answered in another form of the dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dùng tất cả</source>
        <translation>Use all</translation>
    </message>
    <message>
        <source>Biểu mẫu khác của hồ sơ đã có: {value}</source>
        <translation>Another form of the dossier has: {value}</translation>
    </message>
</context>
<context>
    <name>OldTextLine</name>
    <message>
        <source>&amp;Chuyển sang Unicode</source>
        <translation>&amp;Convert to Unicode</translation>
    </message>
    <message>
        <source>Chuyển thành chữ &amp;HOA</source>
        <translation>Convert to C&amp;APITALS</translation>
    </message>
    <message>
        <source>Cho chữ gõ bằng phông .VnTimeH</source>
        <translation>For text typed in the font .VnTimeH</translation>
    </message>
    <message>
        <source>Để &amp;nguyên</source>
        <translation>&amp;Leave as it is</translation>
    </message>
    <message>
        <source>Văn bản có vẻ gõ bằng {encoding}: «{text}»</source>
        <translation>The text seems to be in {encoding}: «{text}»</translation>
    </message>
</context>
<context>
    <name>OnPaper</name>
    <message>
        <source>Xem và &amp;in văn bản</source>
        <translation>Look at it and &amp;print</translation>
    </message>
    <message>
        <source>Chọn các tệp &amp;quét…</source>
        <translation>Choose the scans…</translation>
    </message>
    <message>
        <source>Bản quét (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)</source>
        <translation>Scans (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>OneFilePage</name>
    <message>
        <source>Kéo gói hồ sơ (.zip) hoặc tệp PDF đã ký vào đây. Tệp chỉ được đọc, không bị thay đổi.</source>
        <translation>Drop a package (.zip) or a signed PDF here. The file is only read, never changed.</translation>
    </message>
    <message>
        <source>Chọn tệp để &amp;kiểm tra…</source>
        <translation>Choose a file to &amp;verify…</translation>
    </message>
    <message>
        <source>Gói hồ sơ hoặc PDF đã ký (*.zip *.pdf)</source>
        <translation>Packages and signed PDFs (*.zip *.pdf)</translation>
    </message>
    <message>
        <source>&amp;Hỏi qua mạng: chứng thư có bị thu hồi không</source>
        <translation>&amp;Ask over the network whether certificates are revoked</translation>
    </message>
    <message>
        <source>Chỉ số hiệu chứng thư được gửi đi</source>
        <translation>Only the certificates’ serial numbers are sent</translation>
    </message>
    <message>
        <source>‹ Về hồ sơ</source>
        <translation>‹ Back to the dossier</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong rồi kiểm tra tệp.</source>
        <translation>Something else is running. Wait until it is done, then verify the file.</translation>
    </message>
    <message>
        <source>Xem một gói hoặc một PDF đã ký mà không nhận vào: còn nguyên vẹn không, ai ký, nội dung có khớp không.</source>
        <translation>Look at a package or a signed PDF without taking it in: whether it is intact, who signed it, whether its content fits.</translation>
    </message>
</context>
<context>
    <name>OnlinePage</name>
    <message>
        <source>← &amp;Danh sách đã nhận</source>
        <translation>← &amp;Back to what has arrived</translation>
    </message>
    <message>
        <source>Biểu mẫu trực tuyến: {name}</source>
        <translation>Online form: {name}</translation>
    </message>
    <message>
        <source>Cột trong bảng</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Trả lời câu</source>
        <translation>Answers the question</translation>
    </message>
    <message>
        <source>Các cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Tên ghi trong bảng</source>
        <translation>Name given</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Gửi lúc</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Các dòng trả lời</source>
        <translation>Rows of answers</translation>
    </message>
    <message>
        <source>&amp;Nhận các dòng này</source>
        <translation>&amp;Take these rows in</translation>
    </message>
    <message>
        <source>Để sửa cột trả lời câu</source>
        <translation>To correct which column answers what</translation>
    </message>
    <message>
        <source>Ghi tệ&amp;p cột…</source>
        <translation>&amp;Write a file of columns…</translation>
    </message>
    <message>
        <source>Dùng &amp;tệp cột…</source>
        <translation>&amp;Use a file of columns…</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong rồi thử lại.</source>
        <translation>Something else is running. Wait until it is done and try again.</translation>
    </message>
    <message>
        <source>Đã ghi {path}. Sửa tệp này rồi bấm “Dùng tệp cột”; cột để trống thì không lấy.</source>
        <translation>Wrote {path}. Correct it, then press “Use a file of columns”; a column that is blank there is left out.</translation>
    </message>
    <message>
        <source>Đã nhận {new} trong {every} dòng trả lời.</source>
        <translation>Took in {new} of {every} rows of answers.</translation>
    </message>
    <message>
        <source>Đã nhận {new} trong {every} dòng trả lời vào hồ sơ thử nghiệm.</source>
        <translation>Took in {new} of {every} rows of answers, for practice.</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng trả lời.</source>
        <translation>
            <numerusform>%n row of answers.</numerusform>
            <numerusform>%n rows of answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cơ quan ở cột “{column}”.</source>
        <translation>The agency is in the column “{column}”.</translation>
    </message>
    <message numerus="yes">
        <source>%n cột trả lời một câu của đợt khảo sát.</source>
        <translation>
            <numerusform>%n column answers a question of the campaign.</numerusform>
            <numerusform>%n columns answer a question of the campaign.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lúc gửi ở cột “{column}”.</source>
        <translation>The moment is in the column “{column}”.</translation>
    </message>
    <message>
        <source>Để tập: các dòng được nhận vào hồ sơ thử nghiệm.</source>
        <translation>For practice: the rows are taken in among the dossiers for practice.</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng không rõ cơ quan: vẫn nhận, rồi giao cho cơ quan sau.</source>
        <translation>
            <numerusform>%n row is of nobody known: it is taken in all the same, and assigned later.</numerusform>
            <numerusform>%n rows are of nobody known: they are taken in all the same, and assigned later.</numerusform>
        </translation>
    </message>
    <message>
        <source>không lấy</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>chưa rõ cơ quan</source>
        <translation>agency not known</translation>
    </message>
    <message>
        <source>Dùng tệp cột</source>
        <translation>Use a file of columns</translation>
    </message>
    <message>
        <source>Tệp cột (*.toml)</source>
        <translation>Files of columns (*.toml)</translation>
    </message>
    <message>
        <source>Ghi tệp cột</source>
        <translation>Write a file of columns</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>có chữ ký số</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>không ký số</source>
        <translation>not signed</translation>
    </message>
    <message>
        <source>Đã tiếp nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Đã tiếp nhận, kèm ý kiến</source>
        <translation>Accepted, with remarks</translation>
    </message>
    <message>
        <source>Trả lại để sửa các câu có ý kiến</source>
        <translation>To be corrected where there are remarks</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Mục lục hồ sơ</source>
        <translation>Outline of the dossier</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>{state}, lần {number}</source>
        <translation>{state}, revision {number}</translation>
    </message>
    <message>
        <source>Đã gửi {date}</source>
        <translation>Sent on {date}</translation>
    </message>
    <message>
        <source>Hạn gửi {date} ({left})</source>
        <translation>To be sent by {date} ({left})</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Ký và phát hành</source>
        <translation>Sign and issue</translation>
    </message>
</context>
<context>
    <name>OwnTablePage</name>
    <message>
        <source>Lấy từ Excel: {table}</source>
        <translation>Take from Excel: {table}</translation>
    </message>
    <message>
        <source>Chọn tệp .xlsx hoặc .csv có bảng của cơ quan. Chương trình đoán cột nào ứng với câu hỏi nào; bạn sửa lại nếu cần rồi lấy các dòng vào bảng.</source>
        <translation>Choose an .xlsx or .csv file with a table of your office. The program guesses which column answers which question; correct it where needed, then take the rows into the table.</translation>
    </message>
    <message>
        <source>&amp;Chọn tệp…</source>
        <translation>&amp;Choose a file…</translation>
    </message>
    <message>
        <source>Trang tính</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Dòng tiêu đề đầu tiên</source>
        <translation>First row of headings</translation>
    </message>
    <message>
        <source>Dòng tiêu đề cuối cùng</source>
        <translation>Last row of headings</translation>
    </message>
    <message>
        <source>Các dòng sẽ lấy</source>
        <translation>Rows to be taken</translation>
    </message>
    <message>
        <source>Chọn tệp có bảng</source>
        <translation>Choose the file with the table</translation>
    </message>
    <message>
        <source>Bảng (*.xlsx *.csv *.txt)</source>
        <translation>Tables (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Chuyển chữ từ {encoding} sang Unicode</source>
        <translation>Convert the letters from {encoding} to Unicode</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Lấy %n dòng vào bảng</source>
        <translation>
            <numerusform>&amp;Take %n row into the table</numerusform>
            <numerusform>&amp;Take %n rows into the table</numerusform>
        </translation>
    </message>
    <message>
        <source>Bảng trong tệp</source>
        <translation>The table in the file</translation>
    </message>
    <message>
        <source>Tiêu đề từ dòng</source>
        <translation>Headings from row</translation>
    </message>
    <message>
        <source>đến dòng</source>
        <translation>to row</translation>
    </message>
    <message>
        <source>Cột ứng với từng câu hỏi</source>
        <translation>The column of each question</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>PackagingStep</name>
    <message>
        <source>6. Đóng gói</source>
        <translation>6. Pack</translation>
    </message>
    <message>
        <source>Ký lên gói</source>
        <translation>Signature of the package</translation>
    </message>
    <message>
        <source>Gắn &amp;dấu thời gian trước khi đóng gói</source>
        <translation>Add a time sta&amp;mp before packing</translation>
    </message>
    <message>
        <source>Đóng gói &amp;và kiểm tra</source>
        <translation>Pack and &amp;verify</translation>
    </message>
    <message>
        <source>Đó&amp;ng gói lại…</source>
        <translation>Pack a&amp;gain…</translation>
    </message>
    <message>
        <source>Đóng gói l&amp;uôn, chưa đóng dấu…</source>
        <translation>Pack at once, without a sea&amp;l…</translation>
    </message>
    <message>
        <source>Sau khi lãnh đạo ký; thường là sau khi có số và dấu.</source>
        <translation>After the leader has signed; most often after number and seal.</translation>
    </message>
    <message>
        <source>Gói chỉ có chữ ký của lãnh đạo. Cấp số hoặc đóng dấu xong thì đóng gói lại.</source>
        <translation>The package has the leader&apos;s signature only. After number or seal, pack it again.</translation>
    </message>
    <message>
        <source>Văn bản PDF được đóng gói cùng sổ tính Excel, dữ liệu và thư nháp.</source>
        <translation>The PDF document is packed with the Excel workbook, the data and an e-mail draft.</translation>
    </message>
    <message>
        <source>Không ký lên gói: văn bản bên trong đã có chữ ký</source>
        <translation>Do not sign the package: the document inside is signed</translation>
    </message>
    <message>
        <source>Ký lên gói bằng tệp chứng thư (.p12, .pfx)</source>
        <translation>Sign the package with a certificate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Ký lên gói bằng USB token</source>
        <translation>Sign the package with a USB token</translation>
    </message>
</context>
<context>
    <name>PastRevisions</name>
    <message>
        <source>Các lần trước</source>
        <translation>Earlier revisions</translation>
    </message>
    <message>
        <source>Lần {number}</source>
        <translation>Revision {number}</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Nội dung dán</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Các điều cần xem</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>Xem trước các dòng đầu</source>
        <translation>Preview of the first rows</translation>
    </message>
    <message>
        <source>Sau khi dán, các dòng đầu sẽ là:</source>
        <translation>Once pasted, the first rows will be:</translation>
    </message>
    <message>
        <source>Dòng đầ&amp;u là tiêu đề cột, không dán</source>
        <translation>First ro&amp;w holds column headings, leave it out</translation>
    </message>
    <message>
        <source>Gh&amp;i đè các ô đã có nội dung</source>
        <translation>&amp;Overwrite cells that are filled in</translation>
    </message>
    <message>
        <source>Chuyển &amp;sang Unicode</source>
        <translation>&amp;Convert to Unicode</translation>
    </message>
    <message>
        <source>Dán &amp;vào bảng</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>T&amp;hôi, không dán</source>
        <translation>&amp;Do not paste</translation>
    </message>
    <message numerus="yes">
        <source>Dán %n dòng: hãy xem trước khi dán</source>
        <translation>
            <numerusform>Pasting %n row: look at it first</numerusform>
            <numerusform>Pasting %n rows: look at them first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô đã có nội dung</source>
        <translation>
            <numerusform>%n cell is filled in already</numerusform>
            <numerusform>%n cells are filled in already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô có vẻ gõ bằng phông cũ</source>
        <translation>
            <numerusform>%n cell seems to be in an old encoding</numerusform>
            <numerusform>%n cells seem to be in an old encoding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô không đúng kiểu của cột</source>
        <translation>
            <numerusform>%n cell does not fit its column</numerusform>
            <numerusform>%n cells do not fit their column</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô không có chỗ nhận</source>
        <translation>
            <numerusform>%n cell has no place</numerusform>
            <numerusform>%n cells have no place</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}. Dưới đây là {shown} ô đầu.</source>
        <translation>{counts}. Here are the first {shown}.</translation>
    </message>
    <message>
        <source>Đang có “{other}”</source>
        <translation>Holds “{other}” now</translation>
    </message>
    <message>
        <source>Có vẻ gõ bằng phông cũ; nghĩa là “{other}”</source>
        <translation>Seems to be in an old encoding; means “{other}”</translation>
    </message>
    <message>
        <source>Không đúng kiểu của cột; vẫn giữ và đánh dấu lỗi</source>
        <translation>Does not fit the column; kept and marked</translation>
    </message>
    <message>
        <source>Không có ô nào nhận; sẽ bỏ qua</source>
        <translation>No cell takes it; left out</translation>
    </message>
    <message>
        <source>(ngoài bảng)</source>
        <translation>(outside)</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>PrefillPage</name>
    <message>
        <source>Lấy số liệu từ hồ sơ trước: {agency}</source>
        <translation>Answers of an earlier dossier: {agency}</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Câu trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Các câu trả lời sẽ được lấy</source>
        <translation>The answers that will be taken</translation>
    </message>
    <message>
        <source>&amp;Không lấy, mở hồ sơ</source>
        <translation>&amp;Take nothing, open the dossier</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Lấy %n câu trả lời và mở hồ sơ</source>
        <translation>
            <numerusform>Ta&amp;ke %n answer and open the dossier</numerusform>
            <numerusform>Ta&amp;ke %n answers and open the dossier</numerusform>
        </translation>
    </message>
    <message>
        <source>Đang tìm những câu có thể lấy…</source>
        <translation>Looking for what can be taken…</translation>
    </message>
    <message numerus="yes">
        <source>%n câu trả lời sẽ được lấy</source>
        <translation>
            <numerusform>%n answer will be taken</numerusform>
            <numerusform>%n answers will be taken</numerusform>
        </translation>
    </message>
    <message>
        <source>Hồ sơ trước không có câu trả lời nào cho những câu còn trống của hồ sơ này.</source>
        <translation>The earlier dossier has no answer to any question that is still open in this one.</translation>
    </message>
    <message>
        <source>Chỉ điền vào những câu còn trống, không ghi đè câu trả lời nào. Sau khi lấy, hãy xem lại từng câu; mỗi biểu mẫu hoàn tác được bằng một lần Ctrl+Z.</source>
        <translation>Only open questions are filled in, and no answer is overwritten. Look everything over afterwards; each form is undone with one Ctrl+Z.</translation>
    </message>
    <message>
        <source>Lấy từ hồ sơ</source>
        <translation>Take from the dossier</translation>
    </message>
    <message>
        <source>Lấy từ: {dossier}</source>
        <translation>From: {dossier}</translation>
    </message>
    <message>
        <source>{campaign}, {agency}, lưu lần cuối {moment}</source>
        <translation>{campaign}, {agency}, last saved {moment}</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Văn bản xem trước</source>
        <translation>Preview of the document</translation>
    </message>
    <message>
        <source>Lưu tệp PDF</source>
        <translation>Save a PDF file</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Đã lưu: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Chỉ trang này</source>
        <translation>Only this page</translation>
    </message>
    <message>
        <source>In mấy mặt giấy</source>
        <translation>Sides of the paper</translation>
    </message>
    <message>
        <source>Đen trắng</source>
        <translation>Black and white</translation>
    </message>
    <message>
        <source>Trang cuối trước</source>
        <translation>Last page first</translation>
    </message>
    <message>
        <source>In nga&amp;y</source>
        <translation>Print no&amp;w</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong.</source>
        <translation>Something else is running. Wait until it is done.</translation>
    </message>
    <message numerus="yes">
        <source>Đã gửi %n trang tới máy in “{printer}”.</source>
        <translation>
            <numerusform>%n page was sent to the printer “{printer}”.</numerusform>
            <numerusform>%n pages were sent to the printer “{printer}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã dừng in. Những trang máy in đã nhận có thể vẫn ra giấy.</source>
        <translation>Printing was stopped. Pages that the printer already has may still come out.</translation>
    </message>
    <message numerus="yes">
        <source>Không hiểu là trang nào. Văn bản có %n trang; gõ như 1-3, 8.</source>
        <translation>
            <numerusform>It is not clear which pages. The document has %n page; type 1.</numerusform>
            <numerusform>It is not clear which pages. The document has %n pages; type for example 1-3, 8.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{pages}, %n tờ giấy A4.</source>
        <translation>
            <numerusform>{pages}, %n sheet of A4 paper.</numerusform>
            <numerusform>{pages}, %n sheets of A4 paper.</numerusform>
        </translation>
    </message>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>tất cả, hoặc 1-3, 8</source>
        <translation>all, or 1-3, 8</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Một mặt</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>Hai mặt, lật như sách</source>
        <translation>Both, turned like a book</translation>
    </message>
    <message>
        <source>Hai mặt, lật như lịch</source>
        <translation>Both, turned like a calendar</translation>
    </message>
    <message>
        <source>Mặt giấy</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>Lưu tệ&amp;p PDF…</source>
        <translation>S&amp;ave as PDF…</translation>
    </message>
    <message>
        <source>Lưu tệp PDF để in ở máy khác</source>
        <translation>Save a PDF file to print it on another computer</translation>
    </message>
    <message>
        <source>Máy tính này chưa cài máy in nào.</source>
        <translation>No printer is set up on this computer.</translation>
    </message>
    <message>
        <source>Lưu thành tệp PDF rồi in ở máy khác; hoặc cài máy in trong phần cài đặt của hệ thống rồi tìm lại.</source>
        <translation>Save a PDF file and print it on another computer; or set up a printer in the system&apos;s settings and look again.</translation>
    </message>
    <message>
        <source>Tìm &amp;máy in lại</source>
        <translation>&amp;Look for printers again</translation>
    </message>
    <message>
        <source>‹ Mục lục</source>
        <translation>‹ Outline</translation>
    </message>
    <message>
        <source>Thôi in – Esc</source>
        <translation>No printing – Esc</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>Mẫu thông tin cơ quan</source>
        <translation>Profiles of the agency</translation>
    </message>
    <message>
        <source>&amp;Dùng mẫu</source>
        <translation>&amp;Use profile</translation>
    </message>
    <message>
        <source>Giữ thành mẫ&amp;u</source>
        <translation>Keep as profi&amp;le</translation>
    </message>
    <message>
        <source>Giữ ký hiệu, địa danh, người ký cho các lần sau</source>
        <translation>Keeps symbol, place and signatory for the next times</translation>
    </message>
    <message>
        <source>Sửa các mẫu…</source>
        <translation>Edit profiles…</translation>
    </message>
    <message>
        <source>Hồ sơ đang ghi khác với mẫu “{name}”:</source>
        <translation>The dossier says otherwise than the profile “{name}”:</translation>
    </message>
    <message>
        <source>Thay &amp;bằng mẫu</source>
        <translation>&amp;Replace by the profile</translation>
    </message>
    <message>
        <source>Chỉ điề&amp;n chỗ trống</source>
        <translation>Fill in blan&amp;ks only</translation>
    </message>
    <message>
        <source>•  {label}: “{before}” → (để trống)</source>
        <translation>•  {label}: “{before}” → (blank)</translation>
    </message>
    <message>
        <source>•  {label}: “{before}” → “{after}”</source>
        <translation>•  {label}: “{before}” → “{after}”</translation>
    </message>
</context>
<context>
    <name>ProfileImages</name>
    <message>
        <source>Đã bỏ ảnh chữ ký của {name}.</source>
        <translation>Removed the image of {name}&apos;s signature.</translation>
    </message>
    <message>
        <source>Đã bỏ ảnh con dấu.</source>
        <translation>Removed the image of the seal.</translation>
    </message>
    <message>
        <source>Đã giữ ảnh. {warnings}</source>
        <translation>Kept the image. {warnings}</translation>
    </message>
    <message>
        <source>Làm trong suốt nền t&amp;rắng</source>
        <translation>Make the &amp;white transparent</translation>
    </message>
    <message>
        <source>&amp;Hoàn tác</source>
        <translation>&amp;Undo</translation>
    </message>
</context>
<context>
    <name>ProfilesPage</name>
    <message>
        <source>← &amp;Quay lại</source>
        <translation>← &amp;Back</translation>
    </message>
    <message>
        <source>Chưa có mẫu nào. Mở một hồ sơ, vào trang Ký và phát hành, bước 2, rồi bấm “Giữ thành mẫu”.</source>
        <translation>There is no profile yet. Open a dossier, go to “Sign and issue”, step 2, and press “Keep as profile”.</translation>
    </message>
    <message>
        <source>Mẫu thông tin cơ quan</source>
        <translation>Profiles of the agency</translation>
    </message>
    <message>
        <source>&amp;Thêm mẫu</source>
        <translation>&amp;Add profile</translation>
    </message>
    <message>
        <source>Thêm một mẫu cho cùng cơ quan này</source>
        <translation>Another profile of the same agency</translation>
    </message>
    <message>
        <source>&amp;Xóa mẫu</source>
        <translation>&amp;Remove profile</translation>
    </message>
    <message>
        <source>Đã xóa mẫu “{name}”. Các hồ sơ không thay đổi.</source>
        <translation>The profile “{name}” was removed. No dossier has changed.</translation>
    </message>
    <message>
        <source>Đã xóa một người ký khỏi mẫu “{name}”.</source>
        <translation>A signatory was removed from the profile “{name}”.</translation>
    </message>
    <message>
        <source>&amp;Hoàn tác</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Mỗi mẫu giữ những gì văn bản của cơ quan lần nào cũng ghi. Dùng mẫu ở bước 2 của trang Ký và phát hành; sửa mẫu không làm thay đổi hồ sơ đã có.</source>
        <translation>A profile keeps what an agency&apos;s documents say each time. It is used in step 2 of the page “Sign and issue”; changing it changes no dossier.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>&amp;Thử mở lại</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>&amp;Mở thư mục dữ liệu</source>
        <translation>Open the &amp;folder of the data</translation>
    </message>
    <message>
        <source>&amp;Khôi phục bản sao lưu lúc {moment}…</source>
        <translation>&amp;Restore the backup of {moment}…</translation>
    </message>
    <message>
        <source>Mọi hồ sơ trở lại như lúc đó. Tệp dữ liệu hiện nay không bị xóa, chỉ được cất sang thư mục sao lưu.</source>
        <translation>All dossiers become what they were then. The present file of data is not deleted, only put aside in the folder of backups.</translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu này?</source>
        <translation>Restore this backup?</translation>
    </message>
    <message>
        <source>&amp;Khôi phục</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Khôn&amp;g khôi phục</source>
        <translation>&amp;Do not restore</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Dừn&amp;g</source>
        <translation>Sto&amp;p</translation>
    </message>
    <message>
        <source>Đang làm việc</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>Đang làm việc…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Đơn vị: {unit}.</source>
        <translation>Unit: {unit}.</translation>
    </message>
    <message>
        <source>Số trả lời</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>% trả lời</source>
        <translation>% of answers</translation>
    </message>
    <message>
        <source>Phương án</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Left blank</translation>
    </message>
    <message>
        <source>Mọi trả lời</source>
        <translation>All answers</translation>
    </message>
    <message>
        <source>Tổng {total}; trung bình {mean}; nhỏ nhất {least}; lớn nhất {most}.</source>
        <translation>Sum {total}; mean {mean}; least {least}; most {most}.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>○ {label} – không phải trả lời</source>
        <translation>○ {label} – need not be answered</translation>
    </message>
    <message>
        <source>Bắt buộc</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>Đơn vị tính: {unit}</source>
        <translation>Unit: {unit}</translation>
    </message>
    <message>
        <source>Lấy từ hồ sơ, không phải nhập.</source>
        <translation>Taken from the dossier; nothing to enter.</translation>
    </message>
    <message>
        <source>Tự tính, không phải nhập.</source>
        <translation>Computed; nothing to enter.</translation>
    </message>
</context>
<context>
    <name>QuestionLine</name>
    <message>
        <source>Tới câu &amp;hỏi này</source>
        <translation>Go to this &amp;question</translation>
    </message>
    <message>
        <source>Tới câu hỏi này – Enter</source>
        <translation>Go to this question – Enter</translation>
    </message>
    <message>
        <source>Nháy đúp vào một câu để tới câu hỏi đó; Alt+↓, Alt+↑ rồi Enter nếu dùng bàn phím.</source>
        <translation>Double-click an answer to go to its question; with the keyboard Alt+↓, Alt+↑ and Enter.</translation>
    </message>
    <message>
        <source>Câu này không còn trong hồ sơ.</source>
        <translation>This question is no longer in the dossier.</translation>
    </message>
</context>
<context>
    <name>QuestionSearch</name>
    <message>
        <source>Tìm câu hỏi</source>
        <translation>Find a question</translation>
    </message>
    <message>
        <source>Gõ chữ trong câu hỏi hoặc câu trả lời, không cần dấu</source>
        <translation>Type words of the question or of its answer, accents not needed</translation>
    </message>
    <message>
        <source>Các câu tìm thấy</source>
        <translation>Questions that were found</translation>
    </message>
    <message>
        <source>Không có câu nào như vậy trong hồ sơ này.</source>
        <translation>There is no such question in this dossier.</translation>
    </message>
</context>
<context>
    <name>RankField</name>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Đưa lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Đưa xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Giữ thứ tự này</source>
        <translation>Keep this order</translation>
    </message>
</context>
<context>
    <name>ReceiptKey</name>
    <message>
        <source>&amp;Ký số phiếu</source>
        <translation>&amp;Sign the receipt</translation>
    </message>
    <message>
        <source>Chọn tệp chứng t&amp;hư…</source>
        <translation>C&amp;hoose a certificate file…</translation>
    </message>
    <message>
        <source>Mật khẩu của chứng thư</source>
        <translation>Passphrase of the certificate</translation>
    </message>
    <message>
        <source>Khóa để ký phiếu</source>
        <translation>The key that signs the receipt</translation>
    </message>
    <message>
        <source>Bằng tệp chứng thư (.p12, .pfx)</source>
        <translation>With a certificate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Bằng USB token</source>
        <translation>With a USB token</translation>
    </message>
    <message>
        <source>Chọn tệp chứng thư</source>
        <translation>Choose a certificate file</translation>
    </message>
    <message>
        <source>Chứng thư số PKCS#12 (*.p12 *.pfx)</source>
        <translation>PKCS#12 certificates (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Chưa chọn</source>
        <translation>None chosen</translation>
    </message>
</context>
<context>
    <name>ReceiptLines</name>
    <message>
        <source>Phiếu đã lập</source>
        <translation>Receipts that were given</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>← &amp;Danh sách đã nhận</source>
        <translation>← &amp;Back to what has arrived</translation>
    </message>
    <message>
        <source>Phiếu cho {agency}, lần {number}</source>
        <translation>Receipt for {agency}, revision {number}</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Nơi lập phiếu</source>
        <translation>Who gives it</translation>
    </message>
    <message>
        <source>Lậ&amp;p phiếu và ghi vào thư mục…</source>
        <translation>Write the recei&amp;pt to a folder…</translation>
    </message>
    <message>
        <source>Hãy chọn tiếp nhận hay trả lại.</source>
        <translation>Choose whether to accept it or to return it.</translation>
    </message>
    <message>
        <source>Hãy chọn tệp chứng thư hoặc USB token để ký phiếu, hoặc bỏ chọn ký số.</source>
        <translation>Choose a certificate file or a USB token to sign the receipt, or do not sign it.</translation>
    </message>
    <message>
        <source>Chỉ trả lại được.</source>
        <translation>It can only be returned.</translation>
    </message>
    <message>
        <source>Ghi phiếu vào thư mục nào</source>
        <translation>Write the receipt to which folder</translation>
    </message>
    <message>
        <source>Mở thư mụ&amp;c</source>
        <translation>Open the fol&amp;der</translation>
    </message>
    <message>
        <source>Kết quả kiểm tra: {verdict}</source>
        <translation>Outcome of the verification: {verdict}</translation>
    </message>
</context>
<context>
    <name>ReceivingRoom</name>
    <message>
        <source>Các trang của phòng tiếp nhận</source>
        <translation>Pages of the receiving room</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receiving</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Tên các cột</source>
        <translation>Column headings</translation>
    </message>
</context>
<context>
    <name>RemarkLines</name>
    <message>
        <source>Đối chiếu số liệu</source>
        <translation>Cross-checks</translation>
    </message>
    <message numerus="yes">
        <source>… và %n điều nữa</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Về câu</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Ý kiến</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Các ý kiến</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Ý kiến cho câu đã chọn; không chọn câu nào thì cho cả hồ sơ</source>
        <translation>Remark on the chosen question; on the whole dossier where none is chosen</translation>
    </message>
    <message>
        <source>Thê&amp;m ý kiến</source>
        <translation>&amp;Add the remark</translation>
    </message>
    <message>
        <source>&amp;Xóa ý kiến</source>
        <translation>&amp;Remove the remark</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Lấy %n ý kiến từ kết quả kiểm tra</source>
        <translation>
            <numerusform>&amp;Take over %n remark from the checks</numerusform>
            <numerusform>&amp;Take over %n remarks from the checks</numerusform>
        </translation>
    </message>
    <message>
        <source>(cả hồ sơ)</source>
        <translation>(the whole dossier)</translation>
    </message>
    <message>
        <source>Thêm ý kiến về câu nào</source>
        <translation>A remark on which question</translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>← &amp;Danh sách đã nhận</source>
        <translation>← &amp;Back to what has arrived</translation>
    </message>
    <message>
        <source>Đôn đốc các cơ quan chưa gửi</source>
        <translation>Reminders to those who are missing</translation>
    </message>
    <message>
        <source>Lời đôn đốc</source>
        <translation>Words of the reminder</translation>
    </message>
    <message>
        <source>&amp;Chép lời này</source>
        <translation>&amp;Copy these words</translation>
    </message>
    <message>
        <source>Ghi tất cả vào thư &amp;mục…</source>
        <translation>&amp;Write all to a folder…</translation>
    </message>
    <message>
        <source>Lời đôn đốc {agency} đã ở trong bộ nhớ tạm.</source>
        <translation>The reminder to {agency} is on the clipboard.</translation>
    </message>
    <message numerus="yes">
        <source>%n có địa chỉ thư</source>
        <translation>
            <numerusform>%n with an address</numerusform>
            <numerusform>%n with an address</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cơ quan chưa gửi, trong đó {addressed}.</source>
        <translation>
            <numerusform>%n agency is missing, {addressed}.</numerusform>
            <numerusform>%n agencies are missing, {addressed}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Muốn ghi hay sửa: chọn cơ quan rồi gõ địa chỉ, Enter xuống dòng dưới; xóa trống thì trở lại địa chỉ kia. Ctrl+V dán một cột địa chỉ, hoặc hai cột tên và địa chỉ, từ Excel.</source>
        <translation>To enter one, choose the agency and type, Enter goes down; emptied, it is the other address again. Ctrl+V pastes a column of addresses, or names and addresses, from Excel.</translation>
    </message>
    <message>
        <source>Không có gì để đôn đốc: mọi cơ quan đã gửi, hoặc đợt khảo sát này không có lời đôn đốc.</source>
        <translation>Nobody is to be reminded: all have sent something, or this campaign has no words for reminders.</translation>
    </message>
    <message>
        <source>Ghi các văn bản đôn đốc vào thư mục nào</source>
        <translation>Write the reminders to which folder</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>Xóa hẳn hồ sơ của {agency}?</source>
        <translation>Remove the dossier of {agency} for good?</translation>
    </message>
    <message>
        <source>&amp;Xóa hẳn, không lấy lại được</source>
        <translation>&amp;Remove for good, there is no way back</translation>
    </message>
    <message>
        <source>&amp;Giữ lại</source>
        <translation>&amp;Keep it</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong.</source>
        <translation>Something else is running. Wait until it is done.</translation>
    </message>
    <message>
        <source>Lần {number}, {state}. Mọi câu trả lời, lịch sử, tệp đính kèm và văn bản đã ký của hồ sơ này bị xóa khỏi máy, kể cả trong {backups} bản sao lưu. Bản chép ra USB, tệp đã xuất và thư đã gửi thì chương trình không xóa được.</source>
        <translation>Revision {number}, {state}. All answers, the history, attached files and signed documents of this dossier are removed from this computer, and from its {backups} backups. Copies on sticks, exported files and sent mails are out of the program&apos;s reach.</translation>
    </message>
    <message>
        <source>Đã xóa hẳn hồ sơ.</source>
        <translation>The dossier was removed for good.</translation>
    </message>
    <message>
        <source>Đã xóa hồ sơ, nhưng không đọc được các bản sao lưu {names}; nếu không cần nữa, hãy xóa các tệp đó.</source>
        <translation>The dossier was removed, but the backups {names} cannot be read; delete those files if you do not need them.</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Cần sửa số liệu?</source>
        <translation>Something to correct?</translation>
    </message>
    <message>
        <source>Mở lại để &amp;sửa…</source>
        <translation>&amp;Reopen for changes…</translation>
    </message>
    <message>
        <source>Bản đã chốt được giữ nguyên để đối chiếu; việc sửa làm trên bản lần sau, rồi chốt và ký lại.</source>
        <translation>The finalised revision is kept as it is; changes are made in the next revision, which is finalised and signed anew.</translation>
    </message>
    <message>
        <source>Mở lại hồ sơ để sửa?</source>
        <translation>Reopen the dossier for changes?</translation>
    </message>
    <message>
        <source>Bản lần {number} được giữ nguyên nhưng không dùng tiếp được nữa; văn bản lần {next} phải chốt, ký và gửi lại từ đầu.</source>
        <translation>Revision {number} is kept but can no longer be used; the document of revision {next} has to be finalised, signed and sent from the beginning.</translation>
    </message>
    <message>
        <source>&amp;Mở lại để sửa</source>
        <translation>&amp;Reopen</translation>
    </message>
    <message>
        <source>Để &amp;nguyên</source>
        <translation>&amp;Leave it</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>← &amp;Danh sách đã nhận</source>
        <translation>← &amp;Back to what has arrived</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong rồi thử lại.</source>
        <translation>Something else is running. Wait until it is done and try again.</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Các trang của kết quả tổng hợp</source>
        <translation>Pages of the results</translation>
    </message>
    <message>
        <source>Các chỉ số</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Các câu hỏi</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Các cơ quan được hỏi</source>
        <translation>Agencies that were asked</translation>
    </message>
    <message>
        <source>Ghi chú, giải trình của các cơ quan</source>
        <translation>Notes and explanations of the agencies</translation>
    </message>
    <message>
        <source>Nội dung cần xem lại</source>
        <translation>What to look at again</translation>
    </message>
    <message>
        <source>Thay đổi so với lần trước</source>
        <translation>Changes since the last time</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Cần xem lại</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Chỉ số</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agencies</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>{by} trả lại ngày {date}: {words}</source>
        <translation>{by} returned it on {date}: {words}</translation>
    </message>
    <message>
        <source>{by} có ý kiến khi tiếp nhận, ngày {date}: {words}</source>
        <translation>{by} remarked when accepting it, on {date}: {words}</translation>
    </message>
    <message>
        <source>Dòng {number}</source>
        <translation>Row {number}</translation>
    </message>
    <message>
        <source>Dòng {number}: {question}</source>
        <translation>Row {number}: {question}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Lỗi</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>Còn thiếu</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>Quá hạn gửi</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Bị trả lại</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Ý kiến khi tiếp nhận</source>
        <translation>Remarks on what was accepted</translation>
    </message>
    <message>
        <source>Đã đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Để trống (không bắt buộc)</source>
        <translation>Left open (optional)</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Sang bước &amp;ký và phát hành</source>
        <translation>On to &amp;sign and issue</translation>
    </message>
    <message>
        <source>Lập &amp;phiếu kiểm tra để in…</source>
        <translation>Make the &amp;check sheet to print…</translation>
    </message>
    <message>
        <source>Xem phiếu kiểm tra rồi in – Ctrl+P</source>
        <translation>Look at the check sheet and print it – Ctrl+P</translation>
    </message>
    <message>
        <source>Loại mục cần xem</source>
        <translation>Kind of things to see</translation>
    </message>
    <message>
        <source>Nơi nhận đã trả lại hồ sơ. Muốn sửa, hãy mở lại hồ sơ ở bước “Ký và phát hành”.</source>
        <translation>The receiver returned the dossier. To correct it, open it again at the step “Sign and issue”.</translation>
    </message>
    <message>
        <source>Số liệu đã chốt; các câu trả lời không thay đổi được nữa.</source>
        <translation>The dossier is finalised; answers can no longer be changed.</translation>
    </message>
    <message>
        <source>Không còn gì phải sửa. Có thể chốt số liệu.</source>
        <translation>Nothing is left to correct. The dossier can be finalised.</translation>
    </message>
    <message numerus="yes">
        <source>%n lỗi</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n câu bắt buộc chưa trả lời</source>
        <translation>
            <numerusform>%n required answer missing</numerusform>
            <numerusform>%n required answers missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lưu ý chưa giải trình</source>
        <translation>
            <numerusform>%n warning to be explained</numerusform>
            <numerusform>%n warnings to be explained</numerusform>
        </translation>
    </message>
    <message>
        <source>Trước khi chốt số liệu còn: {list}.</source>
        <translation>Left before finalising: {list}.</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n mục bị trả lại chưa đánh dấu “Đã sửa xong”.</source>
        <translation>
            <numerusform>%n returned question is not marked as settled.</numerusform>
            <numerusform>%n returned questions are not marked as settled.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tất cả ({count})</source>
        <translation>All ({count})</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>RowCards</name>
    <message>
        <source>&amp;Thêm</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong rồi tổng hợp.</source>
        <translation>Something else is running. Wait until it is done, then consolidate.</translation>
    </message>
    <message>
        <source>Đã dừng. Các tệp trong thư mục vẫn như trước khi tổng hợp.</source>
        <translation>Stopped. The files in the folder are as they were before.</translation>
    </message>
</context>
<context>
    <name>Salvaging</name>
    <message>
        <source>&amp;Cứu những gì còn đọc được…</source>
        <translation>&amp;Salvage what can be read…</translation>
    </message>
    <message>
        <source>Chương trình đọc từng trang của tệp hỏng và đưa những gì còn đọc được vào tệp mới. Nếu có bản sao lưu gần đây, hãy khôi phục bản đó trước. Tệp hỏng không bị xóa, chỉ được cất sang thư mục sao lưu.</source>
        <translation>The program reads the damaged file page by page and puts what can be read into a new one. If there is a recent backup, restore that first. The damaged file is not deleted, only put aside in the folder of backups.</translation>
    </message>
    <message>
        <source>Cứu dữ liệu đã hỏng?</source>
        <translation>Salvage the damaged data?</translation>
    </message>
    <message>
        <source>&amp;Cứu</source>
        <translation>&amp;Salvage</translation>
    </message>
    <message>
        <source>Khôn&amp;g cứu</source>
        <translation>Do &amp;not salvage</translation>
    </message>
</context>
<context>
    <name>ScopeLine</name>
    <message>
        <source>Đợt khảo sát</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Hồ sơ thật hay thử nghiệm</source>
        <translation>Real dossiers or those for practice</translation>
    </message>
    <message>
        <source>THỬ NGHIỆM</source>
        <translation>TRIAL</translation>
    </message>
    <message>
        <source>Hồ sơ chính thức</source>
        <translation>Real dossiers</translation>
    </message>
    <message>
        <source>Hồ sơ thử nghiệm</source>
        <translation>For practice</translation>
    </message>
</context>
<context>
    <name>Seal</name>
    <message>
        <source>Con dấu</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Ảnh con dấu</source>
        <translation>Image of the seal</translation>
    </message>
    <message>
        <source>Chọn ảnh con &amp;dấu…</source>
        <translation>Choose image of the s&amp;eal…</translation>
    </message>
    <message>
        <source>Bỏ ảnh &amp;con dấu</source>
        <translation>Remove image of the sea&amp;l</translation>
    </message>
    <message>
        <source>Đường kính con dấu, milimét</source>
        <translation>Diameter of the seal, millimetres</translation>
    </message>
    <message>
        <source>Đường kính</source>
        <translation>Diameter</translation>
    </message>
    <message>
        <source>Ảnh dấu đỏ nền trong suốt, in đúng kích thước thật, trùm một phần ba chữ ký về bên trái. Ảnh chỉ giữ trên máy này và trong bản sao lưu.</source>
        <translation>The red seal with nothing behind it; it is printed in its real size over the left third of the signature. The image stays on this computer and in its backups.</translation>
    </message>
</context>
<context>
    <name>SealingStep</name>
    <message>
        <source>5. Dấu và chữ ký của cơ quan</source>
        <translation>5. The agency&apos;s seal and signature</translation>
    </message>
    <message>
        <source>Xuất văn bản đã ký, đóng dấu bằng phần mềm khác, rồi nhận lại tệp đã đóng dấu.</source>
        <translation>Export the signed document, seal it in another program, and take the sealed file back.</translation>
    </message>
    <message>
        <source>Đóng dấu lên bản giấy rồi quét mọi trang, cả các trang mã (300 dpi); mã được so với hồ sơ.</source>
        <translation>Stamp the paper, then scan all pages, those with codes too (300 dpi); the codes are compared with the dossier.</translation>
    </message>
    <message>
        <source>Cách đóng dấu</source>
        <translation>How it is sealed</translation>
    </message>
    <message>
        <source>Văn thư ký số cho cơ quan, hình dấu đỏ phủ một phần ba chữ ký. Cơ quan ký ở nơi khác thì bỏ qua bước này: bấm “Đóng gói luôn, chưa đóng dấu…” ở bước 6.</source>
        <translation>The clerk signs for the agency; the red seal covers a third of the signature. When the agency signs elsewhere, skip this step: press “Pack at once, without a seal…” in step 6.</translation>
    </message>
    <message>
        <source>Mẫu của cơ quan chưa có hình dấu: văn bản sẽ không có dấu đỏ, chỉ có dòng chữ “Ký bởi…, thời gian ký…” bên trái chữ ký của lãnh đạo.</source>
        <translation>The agency&apos;s profile has no seal: the document will show no red seal, only the words “Ký bởi…, thời gian ký…” to the left of the leader&apos;s signature.</translation>
    </message>
    <message>
        <source>Hiện hình dấu</source>
        <translation>Show the seal</translation>
    </message>
    <message>
        <source>&amp;Ký số của cơ quan</source>
        <translation>&amp;Sign for the agency</translation>
    </message>
    <message>
        <source>Nhận bản đã đóng dấu ở nơi &amp;khác…</source>
        <translation>Ta&amp;ke one that was sealed elsewhere…</translation>
    </message>
    <message>
        <source>Sau khi cấp số.</source>
        <translation>After the number was given.</translation>
    </message>
    <message>
        <source>Bỏ qua: gói chỉ có chữ ký của lãnh đạo; cơ quan ký ở nơi khác.</source>
        <translation>Left out: the package has the leader&apos;s signature only; the agency signs elsewhere.</translation>
    </message>
    <message>
        <source>Đường kính {size} mm</source>
        <translation>{size} mm wide</translation>
    </message>
    <message>
        <source>Ký bằng tệp chứng thư của cơ quan (.p12, .pfx)</source>
        <translation>With the agency&apos;s certificate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Ký bằng USB token của cơ quan</source>
        <translation>With the agency&apos;s USB token</translation>
    </message>
    <message>
        <source>Đóng dấu bằng phần mềm khác rồi nhận lại</source>
        <translation>Sealed in another program and taken back</translation>
    </message>
    <message>
        <source>Đóng dấu mực trên giấy rồi quét</source>
        <translation>Stamped in ink on paper and scanned</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Tìm trong trợ giúp</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Tìm trong trợ giúp, không cần dấu</source>
        <translation>Search; accents may be left out</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Không tìm thấy “{text}”. Hãy thử ít chữ hơn; không cần gõ dấu.</source>
        <translation>“{text}” was not found. Try fewer letters; accents may be left out.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} chỗ đầu trong %n chỗ. Gõ thêm chữ để tìm hẹp hơn.</source>
        <translation>
            <numerusform>The first {shown} of %n place. Type more letters to narrow the search.</numerusform>
            <numerusform>The first {shown} of %n places. Type more letters to narrow the search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chỗ. ↑ ↓ để chọn, Enter để tới, Esc để đóng.</source>
        <translation>
            <numerusform>%n place. ↑ ↓ to choose, Enter to go there, Esc to close.</numerusform>
            <numerusform>%n places. ↑ ↓ to choose, Enter to go there, Esc to close.</numerusform>
        </translation>
    </message>
    <message>
        <source>{page} – {form}</source>
        <translation>{page} – {form}</translation>
    </message>
    <message>
        <source>Trả lời: {question}</source>
        <translation>Answer: {question}</translation>
    </message>
    <message>
        <source>Lựa chọn của: {question}</source>
        <translation>Choice of: {question}</translation>
    </message>
    <message>
        <source>Hướng dẫn của: {question}</source>
        <translation>Hint of: {question}</translation>
    </message>
    <message>
        <source>{question}, dòng {row}</source>
        <translation>{question}, row {row}</translation>
    </message>
    <message>
        <source>Tìm trong câu hỏi và câu trả lời</source>
        <translation>Search questions and answers</translation>
    </message>
    <message>
        <source>Tìm câu hỏi, câu trả lời ({keys})</source>
        <translation>Find a question, an answer ({keys})</translation>
    </message>
    <message>
        <source>Tìm trong câu hỏi, lựa chọn và câu trả lời, không cần gõ dấu – {keys}</source>
        <translation>Search questions, choices and answers; accents may be left out – {keys}</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Hồ sơ đã nhận</source>
        <translation>What has arrived</translation>
    </message>
    <message>
        <source>Tổng hợp</source>
        <translation>Consolidate</translation>
    </message>
    <message>
        <source>Kiểm tra một tệp</source>
        <translation>Verify one file</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>Gửi đơn vị khác nhập…</source>
        <translation>Send to others to fill in…</translation>
    </message>
    <message>
        <source>Nhận tệp đã nhập…</source>
        <translation>Take filled-in files…</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>Gửi đơn vị khác nhập</source>
        <translation>Send to others to fill in</translation>
    </message>
    <message>
        <source>Chương trình ghi ra một tệp Excel có sẵn danh mục để chọn, kiểm tra số và ngày, và trang hướng dẫn. Gửi tệp cho đơn vị điền; khi nhận lại một hoặc nhiều tệp, dùng “Nhận tệp đã nhập…”.</source>
        <translation>The program writes a workbook with lists to choose from, checks of numbers and dates, and a page that says how. Send it to those who fill it in; when one or more files come back, use “Take filled-in files…”.</translation>
    </message>
    <message>
        <source>&amp;Ghi tệp Excel…</source>
        <translation>&amp;Write the workbook…</translation>
    </message>
    <message>
        <source>Phần gửi đi</source>
        <translation>What goes out</translation>
    </message>
    <message>
        <source>Ghi tệp Excel</source>
        <translation>Write the workbook</translation>
    </message>
    <message>
        <source>Sổ tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Đã ghi {path}. Hãy gửi tệp này cho đơn vị điền.</source>
        <translation>Wrote {path}. Send this file to those who fill it in.</translation>
    </message>
    <message>
        <source>&amp;Mở thư mục</source>
        <translation>&amp;Open the folder</translation>
    </message>
    <message>
        <source>Bảng này: {title}</source>
        <translation>This table: {title}</translation>
    </message>
    <message>
        <source>Cả phần: {title}</source>
        <translation>The whole section: {title}</translation>
    </message>
</context>
<context>
    <name>ServicesPanel</name>
    <message>
        <source>Dịch vụ trên mạng cho chữ ký số</source>
        <translation>Services on the network for signatures</translation>
    </message>
    <message>
        <source>Mặc định tắt: chương trình không hỏi gì qua mạng. Khi bật, dịch vụ chỉ nhận mã băm của văn bản hoặc số hiệu chứng thư, không nhận nội dung.</source>
        <translation>Off by default: the program asks nothing over the network. When on, a service gets only the digest of a document or the number of a certificate, never its content.</translation>
    </message>
    <message>
        <source>để trống: tắt</source>
        <translation>empty: off</translation>
    </message>
    <message>
        <source>Địa chỉ dịch vụ dấu thời gian</source>
        <translation>Address of the time stamping service</translation>
    </message>
    <message>
        <source>&amp;Dùng {address}</source>
        <translation>&amp;Use {address}</translation>
    </message>
    <message>
        <source>Hỏi tình trạng th&amp;u hồi của chứng thư (OCSP, CRL)</source>
        <translation>As&amp;k whether certificates are revoked (OCSP, CRL)</translation>
    </message>
    <message>
        <source>Dịch vụ dấu thời gian</source>
        <translation>Time stamping service</translation>
    </message>
</context>
<context>
    <name>SettledBox</name>
    <message>
        <source>Đã sửa xong</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Đã xem</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Đã sửa xong: {question}</source>
        <translation>Settled: {question}</translation>
    </message>
</context>
<context>
    <name>SetupRoom</name>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Chữ ký số</source>
        <translation>Digital signatures</translation>
    </message>
    <message>
        <source>Chứng thư mà máy này tin cậy khi kiểm tra chữ ký; dịch vụ dấu thời gian và tình trạng chứng thư.</source>
        <translation>Certificates that this computer trusts when it verifies signatures; services for timestamps and the status of certificates.</translation>
    </message>
    <message>
        <source>&amp;Chứng thư tin cậy và dịch vụ mạng</source>
        <translation>Trusted &amp;certificates and services</translation>
    </message>
    <message>
        <source>Biểu mẫu</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Phiên bản mới của các biểu mẫu, từ tệp có chữ ký của nơi phát hành; không cần mạng.</source>
        <translation>New versions of the forms, from a file that their publisher signed; no network is needed.</translation>
    </message>
    <message>
        <source>Cập nhật biể&amp;u mẫu…</source>
        <translation>&amp;Update forms…</translation>
    </message>
    <message>
        <source>Mẫu thông tin cơ quan</source>
        <translation>Profiles of the agency</translation>
    </message>
    <message>
        <source>Địa danh, ký hiệu, người ký của từng cơ quan, giữ lại để lần sau không phải ghi lại.</source>
        <translation>Place, symbol and signatories of each agency, kept so that nobody types them again.</translation>
    </message>
    <message>
        <source>Xem và &amp;sửa các mẫu</source>
        <translation>&amp;See and edit profiles</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Theo hệ thống</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tương phản cao</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Màu sắc</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Size of letters</translation>
    </message>
    <message>
        <source>Chữ hiện nay: Ủy ban nhân dân tỉnh Thừa Thiên Huế, 1.234.567,5 triệu đồng.</source>
        <translation>Letters now: Ủy ban nhân dân tỉnh Thừa Thiên Huế, 1.234.567,5 triệu đồng.</translation>
    </message>
    <message>
        <source>Ghi chú bằng chữ nhỏ: ưỡng, ệ, ỗ, Ẫ, Ỵ.</source>
        <translation>A note in small letters: ưỡng, ệ, ỗ, Ẫ, Ỵ.</translation>
    </message>
    <message>
        <source>Dữ liệu trên máy này</source>
        <translation>Data on this computer</translation>
    </message>
    <message>
        <source>Mọi hồ sơ, tệp đính kèm và bản sao lưu nằm trong thư mục này; không có gì được gửi qua mạng.</source>
        <translation>All dossiers, attached files and backups are in this folder; nothing is sent over the network.</translation>
    </message>
    <message>
        <source>&amp;Mở thư mục</source>
        <translation>Open the &amp;folder</translation>
    </message>
    <message>
        <source>Về chương trình</source>
        <translation>About the program</translation>
    </message>
    <message>
        <source>cbc-desktop, phiên bản {version}</source>
        <translation>cbc-desktop, version {version}</translation>
    </message>
    <message>
        <source>Giấy &amp;phép sử dụng</source>
        <translation>&amp;Licences</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>‹ Trở lại</source>
        <translation>‹ Back</translation>
    </message>
    <message>
        <source>Trở lại – Esc</source>
        <translation>Back – Esc</translation>
    </message>
    <message>
        <source>Đã dừng theo yêu cầu; chưa có gì thay đổi.</source>
        <translation>Stopped as you asked; nothing has changed.</translation>
    </message>
    <message>
        <source>Đang có việc khác chạy. Hãy chờ việc đó xong.</source>
        <translation>Something else is running. Wait until it is done.</translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>← &amp;Danh sách hồ sơ</source>
        <translation>← &amp;All dossiers</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ghi chú cho câu trả lời này; được in cùng câu trả lời</source>
        <translation>A note on this answer; it is printed with the answer</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Vì sao?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Chưa có thay đổi nào.</source>
        <translation>Nothing has changed yet.</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>Câu trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Giải trình</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Tệp kèm</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>{time}, {who} – {kind}</source>
        <translation>{time}, {who} – {kind}</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đóng – Esc</source>
        <translation>Close – Esc</translation>
    </message>
</context>
<context>
    <name>Sieve</name>
    <message>
        <source>Tìm cơ quan hoặc tệp, không cần dấu</source>
        <translation>Find an agency or a file</translation>
    </message>
    <message>
        <source>Tìm cơ quan hoặc tệp</source>
        <translation>Find an agency or a file</translation>
    </message>
    <message>
        <source>Bỏ tìm kiếm</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Không có gì trong “{among}”.</source>
        <translation>Nothing under “{among}”.</translation>
    </message>
    <message>
        <source>Không có gì trong “{among}” khớp với “{text}”.</source>
        <translation>Nothing under “{among}” matches “{text}”.</translation>
    </message>
    <message>
        <source>Đã hỏi</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Muộn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Cần quyết định</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Chưa dùng được</source>
        <translation>Not usable</translation>
    </message>
    <message>
        <source>Chờ bản sửa</source>
        <translation>To be corrected</translation>
    </message>
    <message>
        <source>Chưa gửi</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Để riêng</source>
        <translation>Set aside</translation>
    </message>
</context>
<context>
    <name>Signatories</name>
    <message>
        <source>Người ký</source>
        <translation>Signatories</translation>
    </message>
    <message>
        <source>Chưa có người ký nào trong mẫu này.</source>
        <translation>There is no signatory in this profile yet.</translation>
    </message>
    <message>
        <source>Thêm &amp;người ký</source>
        <translation>Add &amp;signatory</translation>
    </message>
    <message>
        <source>Xóa n&amp;gười ký</source>
        <translation>Remo&amp;ve signatory</translation>
    </message>
    <message>
        <source>(chưa ghi tên)</source>
        <translation>(no name yet)</translation>
    </message>
</context>
<context>
    <name>SignatoryFields</name>
    <message>
        <source>Thể thức ký</source>
        <translation>Form of signing</translation>
    </message>
    <message>
        <source>Ảnh chữ ký</source>
        <translation>Image of the signature</translation>
    </message>
    <message>
        <source>Chọn ảnh chữ &amp;ký…</source>
        <translation>Choose image of the s&amp;ignature…</translation>
    </message>
    <message>
        <source>&amp;Bỏ ảnh chữ ký</source>
        <translation>Re&amp;move image of the signature</translation>
    </message>
    <message>
        <source>Còn thiếu: {missing}.</source>
        <translation>Still missing: {missing}.</translation>
    </message>
    <message>
        <source>không ghi học hàm, học vị</source>
        <translation>without academic titles</translation>
    </message>
    <message>
        <source>ví dụ: Phó Chủ tịch</source>
        <translation>such as Phó Chủ tịch</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Các dòng quyền hạn</source>
        <translation>Lines of authority</translation>
    </message>
</context>
<context>
    <name>SigningStep</name>
    <message>
        <source>3. Lãnh đạo ký</source>
        <translation>3. The leader signs</translation>
    </message>
    <message>
        <source>Xem trước &amp;văn bản</source>
        <translation>Pre&amp;view the document</translation>
    </message>
    <message>
        <source>Văn bản đã ký ở đây nên không xuất đi ký nơi khác nữa; muốn vậy, hãy mở lại hồ sơ để sửa.</source>
        <translation>The document was signed here, so it is not handed out to be signed elsewhere any more; for that, reopen the dossier.</translation>
    </message>
    <message>
        <source>Mẫu của cơ quan chưa có ảnh chữ ký của {name}: trên văn bản sẽ là dòng chữ “Ký bởi…, thời gian ký…”.</source>
        <translation>The agency&apos;s profile has no image of the signature of {name}: the document will show the words “Ký bởi…, thời gian ký…”.</translation>
    </message>
    <message>
        <source>Xuất văn bản, ký bằng phần mềm khác (VGCA, hệ thống quản lý văn bản…), rồi nhận lại.</source>
        <translation>Export the document, sign it in another program (VGCA, the document management system …), and take it back.</translation>
    </message>
    <message>
        <source>In, trình ký rồi quét mọi trang, cả các trang mã (300 dpi); mã được đọc để so với hồ sơ.</source>
        <translation>Print it, have it signed, then scan all pages, those with codes too (300 dpi); the codes are compared with the dossier.</translation>
    </message>
    <message>
        <source>Cách ký</source>
        <translation>How it is signed</translation>
    </message>
    <message>
        <source>Hiện ảnh chữ ký</source>
        <translation>Show the image of the signature</translation>
    </message>
    <message>
        <source>&amp;Ký số</source>
        <translation>&amp;Sign</translation>
    </message>
    <message>
        <source>Ký &amp;lại…</source>
        <translation>Sign &amp;anew…</translation>
    </message>
    <message>
        <source>Sau khi chốt số liệu.</source>
        <translation>After the dossier is finalised.</translation>
    </message>
    <message>
        <source>Người có thẩm quyền ký trước; văn thư cấp số, ngày và đóng dấu sau.</source>
        <translation>The leader signs first; number, date and seal are the clerk&apos;s and come later.</translation>
    </message>
    <message>
        <source>Đã xuất để ký lúc {time} ngày {date} vào thư mục {folder}; đang chờ nhận lại.</source>
        <translation>Exported to be signed at {time} on {date} into {folder}; waiting for it to come back.</translation>
    </message>
    <message>
        <source>Ký bằng tệp chứng thư (.p12, .pfx)</source>
        <translation>With a certificate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Ký bằng USB token</source>
        <translation>With a USB token</translation>
    </message>
    <message>
        <source>Ký bằng phần mềm khác rồi nhận lại</source>
        <translation>In another program, and taken back</translation>
    </message>
    <message>
        <source>Ký tay trên giấy rồi quét</source>
        <translation>With a pen on paper, then scanned</translation>
    </message>
    <message>
        <source>Ký xong thì đóng gói luôn (số, ngày và dấu làm ở nơi khác)</source>
        <translation>Pack at once when it is signed (number, date and seal come elsewhere)</translation>
    </message>
</context>
<context>
    <name>StampChoice</name>
    <message>
        <source>chưa có ảnh</source>
        <translation>no image yet</translation>
    </message>
    <message>
        <source>{title}: chưa có ảnh</source>
        <translation>{title}: no image yet</translation>
    </message>
    <message>
        <source>Ảnh (*.png *.jpg *.jpeg)</source>
        <translation>Images (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>đạt</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>chưa kết luận</source>
        <translation>indeterminate</translation>
    </message>
    <message>
        <source>không đạt</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>Lần {number}</source>
        <translation>Revision {number}</translation>
    </message>
    <message>
        <source>bằng {route}</source>
        <translation>by {route}</translation>
    </message>
    <message>
        <source>đến {day} theo {who}</source>
        <translation>came on {day}, says {who}</translation>
    </message>
    <message>
        <source>gửi {moment}</source>
        <translation>sent {moment}</translation>
    </message>
    <message>
        <source>nhận {moment}, {who}</source>
        <translation>taken in {moment}, {who}</translation>
    </message>
    <message>
        <source>Bản này đến sau hạn; bản đầu của cơ quan đúng hạn.</source>
        <translation>This one came after the deadline; the agency&apos;s first was in time.</translation>
    </message>
    <message>
        <source>Đến sau hạn.</source>
        <translation>It came after the deadline.</translation>
    </message>
    <message>
        <source>số {digits}, nhận {moment}: {name}</source>
        <translation>no. {digits}, taken in {moment}: {name}</translation>
    </message>
    <message>
        <source>Bản trước của bản này chưa bao giờ đến.</source>
        <translation>The revision before this one never came.</translation>
    </message>
    <message>
        <source>Đã được người nhận chấp nhận như hiện có.</source>
        <translation>The receiver accepted it as it is.</translation>
    </message>
    <message numerus="yes">
        <source>%n điều cần xem trước khi dùng.</source>
        <translation>
            <numerusform>%n thing to look at before it is used.</numerusform>
            <numerusform>%n things to look at before it is used.</numerusform>
        </translation>
    </message>
    <message>
        <source>ĐƯỢC TÍNH, {standing}</source>
        <translation>COUNTS, {standing}</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Thư mục này đã có bản tổng hợp trước; bản mới thay bản đó và cho biết đã đổi những gì.</source>
        <translation>This folder has an earlier consolidation; the new one takes its place and tells what has changed.</translation>
    </message>
    <message>
        <source>&amp;Xem bản đó</source>
        <translation>Sh&amp;ow it</translation>
    </message>
    <message>
        <source>&amp;Tổng hợp</source>
        <translation>Con&amp;solidate</translation>
    </message>
    <message>
        <source>Sẽ tính những gì</source>
        <translation>What will count</translation>
    </message>
    <message>
        <source>Bấm để xem và quyết định</source>
        <translation>Press to look and decide</translation>
    </message>
    <message>
        <source>Ba tệp được ghi ra</source>
        <translation>Three files are written</translation>
    </message>
    <message>
        <source>Báo cáo tổng hợp (PDF), sổ tính Excel và tệp số liệu SQLite. Cùng những hồ sơ ấy luôn ra đúng ba tệp ấy.</source>
        <translation>The report (PDF), a workbook (Excel) and a file of tables (SQLite). The same dossiers always give the same three files.</translation>
    </message>
</context>
<context>
    <name>StartRoom</name>
    <message>
        <source>&amp;Lập hồ sơ mới</source>
        <translation>&amp;New dossier</translation>
    </message>
    <message>
        <source>Mở &amp;bản chép…</source>
        <translation>Open a &amp;copy…</translation>
    </message>
    <message>
        <source>Nhận phiếu t&amp;rả lại…</source>
        <translation>Take in a &amp;return slip…</translation>
    </message>
    <message>
        <source>&amp;Sao lưu và khôi phục</source>
        <translation>&amp;Backups</translation>
    </message>
    <message>
        <source>&amp;Lập hồ sơ đầu tiên</source>
        <translation>&amp;Make the first dossier</translation>
    </message>
    <message>
        <source>Mở &amp;bản chép từ máy khác…</source>
        <translation>Open a &amp;copy from another computer…</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào trên máy này</source>
        <translation>There is no dossier on this computer yet</translation>
    </message>
    <message>
        <source>Chọn cơ quan trả lời để lập hồ sơ. Mọi câu trả lời được lưu ngay trên máy này, không cần mạng.</source>
        <translation>Choose the agency that answers to make a dossier. Every answer is saved on this computer at once; no network is needed.</translation>
    </message>
    <message>
        <source>Nhận phiếu của nơi nhận</source>
        <translation>Take in the receiver&apos;s slip</translation>
    </message>
    <message>
        <source>Phiếu, hoặc thư có phiếu (*.json *.eml)</source>
        <translation>Slip, or mail with a slip (*.json *.eml)</translation>
    </message>
    <message>
        <source>Hồ sơ trả lời khảo sát</source>
        <translation>Survey dossiers</translation>
    </message>
    <message>
        <source>Không nhập bí mật nhà nước vào chương trình này.</source>
        <translation>Do not enter state secrets into this program.</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>◂ T&amp;rước</source>
        <translation>◂ &amp;Back</translation>
    </message>
    <message>
        <source>&amp;Tiếp ▸</source>
        <translation>&amp;Next ▸</translation>
    </message>
    <message numerus="yes">
        <source>%n lỗi</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lưu ý</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có lỗi</source>
        <translation>No errors</translation>
    </message>
    <message numerus="yes">
        <source>%n câu chưa trả lời</source>
        <translation>
            <numerusform>%n unanswered question</numerusform>
            <numerusform>%n unanswered questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Tới chỗ cần sửa tiếp theo – F8</source>
        <translation>To the next thing to correct – F8</translation>
    </message>
    <message>
        <source>Tới câu chưa trả lời tiếp theo – F7</source>
        <translation>To the next unanswered question – F7</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Trước khi ký, chương trình hỏi nơi cấp xem chứng thư có bị thu hồi hay không.</source>
        <translation>Before signing, the issuer is asked whether the certificate has been revoked.</translation>
    </message>
    <message>
        <source>Chưa kiểm tra được chứng thư có bị thu hồi hay không vì chương trình làm việc ngoại tuyến. Nếu nghi ngờ, hãy hỏi đơn vị cấp chứng thư trước khi ký.</source>
        <translation>Whether the certificate has been revoked could not be checked, because the program works offline. If in doubt, ask the certificate issuer before signing.</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Thôi</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>đã xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>đến lượt</source>
        <translation>its turn</translation>
    </message>
    <message>
        <source>chưa đến lượt</source>
        <translation>not its turn yet</translation>
    </message>
    <message>
        <source>không làm ở đây</source>
        <translation>not done here</translation>
    </message>
</context>
<context>
    <name>SubjectList</name>
    <message>
        <source>Tìm, không cần dấu</source>
        <translation>Search, accents not needed</translation>
    </message>
    <message>
        <source>Tìm trong danh sách</source>
        <translation>Search in the list</translation>
    </message>
</context>
<context>
    <name>SubjectsPage</name>
    <message>
        <source>So sánh theo</source>
        <translation>Compare by</translation>
    </message>
    <message>
        <source>Cơ quan đứng sau số liệu</source>
        <translation>Agencies behind the figure</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message numerus="yes">
        <source>%n dòng</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>{heading}, bằng chữ: {words}</source>
        <translation>{heading}, in words: {words}</translation>
    </message>
    <message>
        <source>Lấy từ Excel…</source>
        <translation>Take from Excel…</translation>
    </message>
    <message>
        <source>Gửi đơn vị khác nhập…</source>
        <translation>Send to others to fill in…</translation>
    </message>
    <message>
        <source>Nhận tệp đã nhập…</source>
        <translation>Take filled-in files…</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>dòng {number}</source>
        <translation>row {number}</translation>
    </message>
    <message>
        <source>trống</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>{column}, dòng mới, trống</source>
        <translation>{column}, new row, blank</translation>
    </message>
    <message>
        <source>Gõ vào đây, hoặc dán từ Excel (Ctrl+V)</source>
        <translation>Type here, or paste from Excel (Ctrl+V)</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Tab sang ô bên, Enter xuống ô dưới, F2 sửa ô, Esc ra khỏi bảng.</source>
        <translation>Tab to the next cell, Enter to the cell below, F2 to edit, Esc to leave the table.</translation>
    </message>
</context>
<context>
    <name>TakingReturn</name>
    <message>
        <source>Nơi nhận trả lại hồ sơ?</source>
        <translation>Did the receiver return the dossier?</translation>
    </message>
    <message>
        <source>Nhận &amp;phiếu trả lại…</source>
        <translation>&amp;Take in a return slip…</translation>
    </message>
    <message>
        <source>Mở tệp phiếu (.json) hoặc thư có phiếu (.eml) mà nơi nhận gửi; phần mềm dẫn tới từng câu cần sửa.</source>
        <translation>Open the slip (.json), or the mail with it (.eml), that the receiver sent; the program leads to each question to correct.</translation>
    </message>
    <message>
        <source>Nhận phiếu của nơi nhận</source>
        <translation>Take in the receiver&apos;s slip</translation>
    </message>
    <message>
        <source>Phiếu, hoặc thư có phiếu (*.json *.eml)</source>
        <translation>Slip, or mail with a slip (*.json *.eml)</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>Không thấy tệp nào ở chỗ đã chọn.</source>
        <translation>There are no files in what was chosen.</translation>
    </message>
    <message numerus="yes">
        <source>%n tệp mới</source>
        <translation>
            <numerusform>%n new file</numerusform>
            <numerusform>%n new files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>trong đó %n tệp thử nghiệm</source>
        <translation>
            <numerusform>%n of them for practice</numerusform>
            <numerusform>%n of them for practice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tệp đã có từ trước</source>
        <translation>
            <numerusform>%n was there before</numerusform>
            <numerusform>%n were there before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tệp do nơi nhận lập, bỏ qua</source>
        <translation>
            <numerusform>%n file that a receiver wrote, passed over</numerusform>
            <numerusform>%n files that a receiver wrote, passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tệp để riêng ({reasons})</source>
        <translation>
            <numerusform>%n set aside ({reasons})</numerusform>
            <numerusform>%n set aside ({reasons})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Đã xem %n tệp: {parts}.</source>
        <translation>
            <numerusform>Looked at %n file: {parts}.</numerusform>
            <numerusform>Looked at %n files: {parts}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenKeyChoice</name>
    <message>
        <source>Chứng thư trên USB token</source>
        <translation>Certificates on USB tokens</translation>
    </message>
    <message>
        <source>Tìm lạ&amp;i USB token</source>
        <translation>Look for USB tokens a&amp;gain</translation>
    </message>
    <message>
        <source>Mã PIN của USB token</source>
        <translation>PIN of the USB token</translation>
    </message>
    <message>
        <source>Đang tìm USB token…</source>
        <translation>Looking for USB tokens…</translation>
    </message>
    <message>
        <source>Trên USB token không có chứng thư nào dùng để ký văn bản.</source>
        <translation>The USB token holds no certificate for signing documents.</translation>
    </message>
    <message>
        <source>{subject} – hạn {until} – token “{label}”</source>
        <translation>{subject} – until {until} – token “{label}”</translation>
    </message>
    <message>
        <source>Nhập mã PIN trên bàn phím của chính token khi token hỏi.</source>
        <translation>Enter the PIN on the token itself when it asks.</translation>
    </message>
    <message>
        <source>Chứng thư</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>‹ Trở lại</source>
        <translation>‹ Back</translation>
    </message>
    <message>
        <source>Trở lại – Esc</source>
        <translation>Back – Esc</translation>
    </message>
    <message>
        <source>&amp;In…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>In – Ctrl+P</source>
        <translation>Print – Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Lưu tệp PDF…</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Gõ số trang rồi Enter – Ctrl+G</source>
        <translation>Type a page number, then Enter – Ctrl+G</translation>
    </message>
    <message>
        <source>{now} trong {pages}</source>
        <translation>{now} of {pages}</translation>
    </message>
    <message>
        <source>Nhỏ lại</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>To ra</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Vừa &amp;ngang</source>
        <translation>Fit wi&amp;dth</translation>
    </message>
    <message>
        <source>&amp;Vừa trang</source>
        <translation>&amp;Fit page</translation>
    </message>
</context>
<context>
    <name>TotalsLine</name>
    <message>
        <source>Tổng cộng: {sums}</source>
        <translation>Total: {sums}</translation>
    </message>
    <message>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>TrialCertificate</name>
    <message>
        <source>Mật khẩu mới cho chứng thư thử nghiệm</source>
        <translation>New passphrase for the trial certificate</translation>
    </message>
    <message>
        <source>Chọn một mật khẩu</source>
        <translation>Choose a passphrase</translation>
    </message>
    <message>
        <source>Tạ&amp;o</source>
        <translation>&amp;Make</translation>
    </message>
    <message>
        <source>Chứng thư thử nghiệm chỉ để tập làm: văn bản ký bằng nó mang chữ THỬ NGHIỆM và không có giá trị.</source>
        <translation>A trial certificate is for practice only: what it signs is marked THỬ NGHIỆM and has no value.</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>CBC – Chưa mở được dữ liệu</source>
        <translation>CBC – The data could not be opened</translation>
    </message>
    <message>
        <source>&amp;Hướng dẫn</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>Hướng dẫn – F1</source>
        <translation>The guide – F1</translation>
    </message>
    <message>
        <source>Đó&amp;ng cửa sổ</source>
        <translation>&amp;Close the window</translation>
    </message>
    <message>
        <source>Chưa mở được dữ liệu</source>
        <translation>The data could not be opened</translation>
    </message>
</context>
<context>
    <name>TrustPage</name>
    <message>
        <source>← &amp;Quay lại</source>
        <translation>← &amp;Back</translation>
    </message>
    <message>
        <source>Chứng thư tin cậy và dịch vụ mạng</source>
        <translation>Trusted certificates and services</translation>
    </message>
    <message>
        <source>Chứng thư số (*.pem *.crt *.cer *.der *.p7b)</source>
        <translation>Certificates (*.pem *.crt *.cer *.der *.p7b)</translation>
    </message>
    <message>
        <source>Thêm từ tệp</source>
        <translation>Add from a file</translation>
    </message>
    <message>
        <source>Từ nay tin cậy “{subject}”.</source>
        <translation>“{subject}” is trusted from now on.</translation>
    </message>
    <message>
        <source>Không tin cậy “{subject}” nữa.</source>
        <translation>“{subject}” is trusted no longer.</translation>
    </message>
    <message>
        <source>&amp;Hoàn tác</source>
        <translation>Un&amp;do</translation>
    </message>
    <message>
        <source>Ghi ra tệp</source>
        <translation>Write to a file</translation>
    </message>
    <message>
        <source>Đã ghi {path}</source>
        <translation>Wrote {path}</translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>Chứng thư t&amp;in cậy…</source>
        <translation>Tr&amp;usted certificates…</translation>
    </message>
    <message>
        <source>Tin cậy chứng thư &amp;thử nghiệm của máy này</source>
        <translation>Trust the &amp;trial certificate of this computer</translation>
    </message>
    <message>
        <source>Chứng thư thử nghiệm được lập trên máy này</source>
        <translation>Certificate for practice, made on this computer</translation>
    </message>
    <message numerus="yes">
        <source>Máy này tin cậy %n chứng thư.</source>
        <translation>
            <numerusform>This computer trusts %n certificate.</numerusform>
            <numerusform>This computer trusts %n certificates.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa tin cậy chứng thư của cơ quan cấp chữ ký số nào, nên chưa xác nhận được người ký.</source>
        <translation>No certificate of an issuer of signatures is trusted yet, so signers cannot be confirmed.</translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Phiên bản mới của biểu mẫu: {agency}</source>
        <translation>New version of the forms: {agency}</translation>
    </message>
    <message>
        <source>Sẽ thế nào</source>
        <translation>What becomes of it</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Câu trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Các câu trả lời sẽ thế nào</source>
        <translation>What becomes of the answers</translation>
    </message>
    <message>
        <source>&amp;Chuyển sang phiên bản mới và mở hồ sơ</source>
        <translation>&amp;Carry over to the new version and open</translation>
    </message>
    <message>
        <source>Để &amp;sau, mở hồ sơ</source>
        <translation>&amp;Later, open the dossier</translation>
    </message>
    <message>
        <source>Đang xem từng câu trả lời…</source>
        <translation>Looking at every answer…</translation>
    </message>
    <message numerus="yes">
        <source>%n câu trả lời không còn chỗ</source>
        <translation>
            <numerusform>%n answer has no place any more</numerusform>
            <numerusform>%n answers have no place any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n câu cần sửa</source>
        <translation>
            <numerusform>%n to be corrected</numerusform>
            <numerusform>%n to be corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n câu không còn phải trả lời</source>
        <translation>
            <numerusform>%n no longer asked</numerusform>
            <numerusform>%n no longer asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n câu chuyển sang phần khác</source>
        <translation>
            <numerusform>%n goes to another place</numerusform>
            <numerusform>%n go to other places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n câu giữ nguyên</source>
        <translation>
            <numerusform>%n kept as it is</numerusform>
            <numerusform>%n kept as they are</numerusform>
        </translation>
    </message>
    <message>
        <source>Hồ sơ được sao lưu trước khi chuyển. Câu trả lời không còn chỗ trong biểu mẫu mới vẫn nằm trong lịch sử; các bước trước khi chuyển không hoàn tác được nữa.</source>
        <translation>A backup is made first. Answers that have no place in the new form stay in the history; steps before this one can no longer be undone.</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Câu này không phụ thuộc câu nào khác.</source>
        <translation>This question depends on no other.</translation>
    </message>
    <message>
        <source>Hiện nay:</source>
        <translation>Now:</translation>
    </message>
    <message numerus="yes">
        <source>… và %n câu khác</source>
        <translation>
            <numerusform>… and %n other question</numerusform>
            <numerusform>… and %n other questions</numerusform>
        </translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>Tới câu này</source>
        <translation>Go to this question</translation>
    </message>
    <message>
        <source>Ẩn công thức</source>
        <translation>Hide the formula</translation>
    </message>
    <message>
        <source>Công thức…</source>
        <translation>Formula…</translation>
    </message>
    <message>
        <source>“{name}” chưa phải trả lời. Chỉ phải trả lời khi:</source>
        <translation>“{name}” need not be answered yet. It is asked only when:</translation>
    </message>
    <message>
        <source>“{name}” phải trả lời vì:</source>
        <translation>“{name}” has to be answered because:</translation>
    </message>
    <message>
        <source>“{name}” là dòng thừa so với số dòng mà biểu mẫu yêu cầu.</source>
        <translation>“{name}” is one row more than the form asks for.</translation>
    </message>
    <message>
        <source>“{name}” được tính bằng:</source>
        <translation>“{name}” is computed as:</translation>
    </message>
    <message>
        <source>“{name}” được chấp nhận khi:</source>
        <translation>“{name}” is accepted when:</translation>
    </message>
    <message>
        <source>“{name}” không bị nhắc khi:</source>
        <translation>“{name}” raises no warning when:</translation>
    </message>
    <message>
        <source>“{name}” bắt buộc khi:</source>
        <translation>“{name}” is required when:</translation>
    </message>
    <message>
        <source>“{name}” chỉ đọc khi:</source>
        <translation>“{name}” is read-only when:</translation>
    </message>
</context>
<context>
    <name>_AddressDelegate</name>
    <message>
        <source>Địa chỉ thư của {agency}</source>
        <translation>Address of {agency}</translation>
    </message>
</context>
<context>
    <name>_FoldedList</name>
    <message>
        <source>– chưa chọn –</source>
        <translation>– not chosen yet –</translation>
    </message>
</context>
<context>
    <name>_RadioButtons</name>
    <message>
        <source>Bỏ chọn (Delete)</source>
        <translation>Clear the choice (Delete)</translation>
    </message>
    <message>
        <source>Bỏ chọn: {question}</source>
        <translation>Clear the choice: {question}</translation>
    </message>
</context>
<context>
    <name>_RowFrame</name>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Nhân đôi</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
</context>
</TS>
