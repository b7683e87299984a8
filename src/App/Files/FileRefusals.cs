using Huanxin.Core.Kernel;

namespace Huanxin.App.Files;

/// <summary>Why a file is not taken.</summary>
public static class FileRefusals
{
    public static Refusal DiskFull() =>
        new("file.disk-full", "服务器磁盘空间不足，文件没有保存，请联系系统管理员清理空间后重试。");

    public static Refusal NotWritable() =>
        new("file.not-writable", "服务器的附件目录不可写，文件没有保存，请联系系统管理员。");

    public static Refusal NoneChosen() => new("file.none-chosen", "还没有选择文件，请先选择再上传。");

    public static Refusal TooMany(int limit) => new("file.too-many", $"一次最多上传 {limit} 个文件，请分几次上传。");

    public static Refusal Empty(string name) => new("file.empty", $"文件“{name}”是空的，请检查后重新选择。");

    public static Refusal TooLarge(long limit) =>
        new("file.too-large", $"文件超过 {FileLabels.SizeLabel(limit)} 的上限，请压缩或拆分后再上传。");

    public static Refusal NameMissing() => new("file.name-missing", "文件没有名称，请重命名后再上传。");

    public static Refusal NameTooLong(int limit) =>
        new("file.name-too-long", $"文件名超过 {limit} 个字符，请缩短后再上传。");

    public static Refusal NameNotAllowed(string what) =>
        new("file.name-not-allowed", $"文件名不能{what}，请重命名后再上传。");

    public static Refusal ExtensionMissing(string name) =>
        new("file.extension-missing", $"文件“{name}”没有扩展名，看不出是哪种文件，请补上扩展名后再上传。");

    public static Refusal NotWhatItClaims(string name, FileKind found) =>
        new("file.not-what-it-claims", $"文件“{name}”的内容是{found.Label()}，与扩展名不符，没有接收。");

    public static Refusal KindNotAccepted(FileKind found, string accepted, string name) => new("file.kind-not-accepted", IsOtherSheet(name)
        ? $"文件“{name}”是其他软件的表格，请在 Excel 或 WPS 中另存为 xlsx 后再上传。"
        : $"这里不接收{found.Label()}，可以上传：{accepted}。");

    public static Refusal Heic() =>
        new("file.heic", "暂不支持 HEIC 照片，请在手机“设置—相机—格式”中选择“兼容性最佳”，或另存为 JPEG 后再上传。");

    public static Refusal Encrypted(string name) =>
        new("file.encrypted", $"文件“{name}”设有打开密码，请取消密码后再上传。");

    public static Refusal Macros(string name) =>
        new("file.macros", $"文件“{name}”带有宏或是可带宏的格式，出于安全不接收，请在 Excel 或 WPS 中另存为不带宏的 xlsx 或 docx 后再上传。");

    public static Refusal Damaged(string name) =>
        new("file.damaged", $"文件“{name}”已损坏或不完整，可能没有传完，请重新导出，或在 Excel、WPS 中打开另存后再上传。");

    public static Refusal Dangerous(FileKind found, string name) => new("file.dangerous", $"出于安全，不接收{found.Label()}。"
        + (FileName.Extension(name) == "xls" ? "有的系统导出的 xls 其实是网页，请在 Excel 或 WPS 中打开，另存为 xlsx 后再上传。" : ""));

    public static Refusal ImageDamaged() =>
        new("image.damaged", "图片已损坏或不完整，请重新拍摄或重新导出后再上传。");

    public static Refusal ImageTooManyPixels(long width, long height) =>
        new("image.too-many-pixels", $"图片尺寸 {width}×{height} 过大，请缩小后再上传。");

    public static Refusal ImageAnimated() => new("image.animated", "不接收动图，请上传静态照片。");

    private static bool IsOtherSheet(string name) => FileName.Extension(name) is "ods" or "et" or "numbers" or "xlsb";
}
