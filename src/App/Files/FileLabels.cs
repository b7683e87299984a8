namespace Huanxin.App.Files;

public static class FileLabels
{
    public static string Label(this FileKind kind) => kind switch
    {
        FileKind.Unknown => "无法识别的文件",
        FileKind.Empty => "空文件",
        FileKind.Jpeg => "JPEG 图片",
        FileKind.Png => "PNG 图片",
        FileKind.WebP => "WebP 图片",
        FileKind.Gif => "GIF 图片",
        FileKind.Heic => "HEIC 图片",
        FileKind.Pdf => "PDF 文档",
        FileKind.Xlsx => "Excel 工作簿（xlsx）",
        FileKind.Docx => "Word 文档（docx）",
        FileKind.MacroOffice => "带宏的 Office 文件",
        FileKind.Xls => "Excel 97—2003 工作簿（xls）",
        FileKind.Doc => "Word 97—2003 文档（doc）",
        FileKind.EncryptedOffice => "加密的 Office 文件",
        FileKind.Archive => "压缩包",
        FileKind.Text => "文本文件",
        FileKind.Markup => "网页或矢量图（HTML、SVG、XML）",
        FileKind.Script => "脚本",
        FileKind.Executable => "可执行程序",
    };

    /// <summary>Size for people: 1.5 MB, 820 KB.</summary>
    public static string SizeLabel(long size) => size switch
    {
        < 1024 => $"{size} 字节",
        < 1 << 20 => $"{size / 1024m:0.#} KB",
        < 1 << 30 => $"{size / 1048576m:0.#} MB",
        _ => $"{size / 1073741824m:0.##} GB",
    };
}
