using Huanxin.App.Files;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Exchange;

/// <summary>
/// Why a sheet cannot be read or written at all; what is wrong inside a sheet is an import fault instead.
/// </summary>
public static class ExchangeRefusals
{
    private const string Accepted = "文本文件只读 UTF-8、UTF-16 和 GB18030（GBK、GB2312）编码。";

    public static Refusal TooManyRowsToWrite(int limit) =>
        new("sheet.too-many-rows-to-write", $"一个工作表最多 {limit} 行，请缩小筛选范围，或改为导出 CSV。");

    public static Refusal NotASheet(FileKind found) =>
        new("sheet.not-a-sheet", $"这是{found.Label()}，不是表格，请上传 xlsx、xls 或 csv 文件。");

    public static Refusal WebPage() =>
        new("sheet.web-page", "文件虽以 xls 命名，内容其实是网页，请在 Excel 或 WPS 中打开后另存为 xlsx 再上传。");

    public static Refusal Empty() => new("sheet.empty", "文件是空的，请检查后重新选择。");

    public static Refusal TooLarge(long limit) =>
        new("sheet.too-large", $"文件超过 {FileLabels.SizeLabel(limit)} 的上限，请按区县或年份拆分后再上传。");

    public static Refusal Bomb() =>
        new("sheet.bomb", "文件解压后的体积异常，可能不是正常的工作簿，没有读取。请在 Excel 中另存为新文件后再上传。");

    public static Refusal Encrypted() =>
        new("sheet.encrypted", "工作簿设有打开密码，请在 Excel 中取消密码后再上传。");

    public static Refusal Damaged() =>
        new("sheet.damaged", "工作簿已损坏或不完整，请在 Excel 中打开修复，另存后再上传。");

    public static Refusal Macros() =>
        new("sheet.macros", "工作簿带有宏，出于安全不读取，请另存为不带宏的 xlsx 后再上传。");

    public static Refusal ExternalLinks() =>
        new("sheet.external-links", "工作簿含有指向其他文件的链接，数据可能不是最新。请在 Excel“数据—编辑链接”中断开链接后再上传。");

    public static Refusal TooManySheets(int limit) =>
        new("sheet.too-many-sheets", $"工作簿中的工作表超过 {limit} 个，请只保留需要导入的工作表。");

    public static Refusal TooManyRows(string sheet, int limit) =>
        new("sheet.too-many-rows", $"工作表“{sheet}”超过 {limit} 行，请拆分后再上传。");

    public static Refusal TooManyColumns(string sheet, int row, int limit) =>
        new("sheet.too-many-columns", $"工作表“{sheet}”第 {row} 行超过 {limit} 列，请删除多余的列后再上传。");

    public static Refusal CellTooLong(string where, int limit) =>
        new("sheet.cell-too-long", $"{where}有一个单元格超过 {limit} 个字符，请检查该处内容后再上传。");

    public static Refusal TooMuchText() =>
        new("sheet.too-much-text", "工作簿中的文字过多，请拆分后再上传。");

    public static Refusal NoSuchSheet(string name) => new("sheet.no-such-sheet", $"工作簿中没有名为“{name}”的工作表。");

    public static Refusal Encoding() =>
        new("sheet.encoding", $"文件的文字编码无法识别。{Accepted}请在 Excel 中另存为“CSV UTF-8”或 xlsx 后再上传。");

    public static Refusal MixedEncodings(int line, bool isMostlyUtf8) =>
        new("sheet.mixed-encodings", $"第 {line} 行{(isMostlyUtf8 ? "不是 UTF-8 编码，其余各行是" : "是 UTF-8 编码，其余各行不是")}：一个文件里混有两种编码，"
            + "照读会有乱码。请回到原始数据，统一另存为“CSV UTF-8”或 xlsx 后再上传。");

    public static Refusal Big5() =>
        new("sheet.big5", $"文件像是 Big5（繁体中文）编码。{Accepted}请按 Big5 打开，确认文字无误，再另存为“CSV UTF-8”或 xlsx 后上传。");

    public static Refusal Garbled(int row) =>
        new("sheet.garbled", $"第 {row} 行有乱码，文件曾用错误的编码保存过，原文已无法还原，请从原始数据重新导出。");

    public static Refusal UnclosedQuote(int row) =>
        new("sheet.unclosed-quote", $"第 {row} 行开始的引号没有配对，请检查该行的引号后再上传。");

    public const string NoHeaderCode = "sheet.no-header";

    public static Refusal NoHeader(string sheet) =>
        new(NoHeaderCode, $"工作表“{sheet}”的前 40 行没有找到表头，请保留列名所在的行，或下载模板填写。");
}
