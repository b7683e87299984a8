namespace Huanxin.App.Files;

/// <summary>What the bytes are, judged by themselves and never by the name.</summary>
public enum FileKind
{
    Unknown, Empty,
    Jpeg, Png, WebP, Gif, Heic,
    Pdf, Xlsx, Docx, MacroOffice, Xls, Doc, EncryptedOffice, Archive,
    Text, Markup, Script, Executable,
}

/// <summary>The few facts that hang on a kind of file.</summary>
public static class FileKinds
{
    /// <summary>Media type under which the file is served; what has none is served as plain bytes.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.WebP => "image/webp",
        FileKind.Pdf => "application/pdf",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xls => "application/vnd.ms-excel",
        FileKind.Doc => "application/msword",
        FileKind.Text => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    /// <summary>True for the pictures a browser may show in place; everything else is a download.</summary>
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP;

    /// <summary>True when a name with this extension (without the dot, lower case) may hold such bytes.</summary>
    public static bool Fits(this FileKind kind, string extension) => kind.Extensions().Contains(extension);

    /// <summary>Extensions a name with such bytes may have; none for what is never taken.</summary>
    public static IReadOnlyList<string> Extensions(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ["jpg", "jpeg"],
        FileKind.Png => ["png"],
        FileKind.WebP => ["webp"],
        FileKind.Gif => ["gif"],
        FileKind.Heic => ["heic", "heif"],
        FileKind.Pdf => ["pdf"],
        FileKind.Xlsx => ["xlsx"],
        FileKind.Docx => ["docx"],
        // WPS saves the same containers under its own extensions.
        FileKind.Xls => ["xls", "et"],
        FileKind.Doc => ["doc", "wps"],
        FileKind.Text => ["csv", "txt", "tsv"],
        _ => [],
    };
}
