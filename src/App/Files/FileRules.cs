namespace Huanxin.App.Files;

/// <summary>What one upload field takes.</summary>
public sealed record FileRules(long LargestBytes, params FileKind[] Kinds)
{
    private const long Megabyte = 1 << 20;

    public static readonly FileRules Photos = new(20 * Megabyte, FileKind.Jpeg, FileKind.Png, FileKind.WebP);

    public static readonly FileRules Documents = new(50 * Megabyte,
        FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.WebP, FileKind.Docx, FileKind.Xlsx, FileKind.Doc,
            FileKind.Xls);

    public static readonly FileRules Sheets = new(200 * Megabyte, FileKind.Xlsx, FileKind.Xls, FileKind.Text);

    /// <summary>For sentences and hints.</summary>
    public string KindsLabel => string.Join("、", Kinds.Select(kind => kind.Label()));

    /// <summary>For the accept attribute: what the file dialog offers.</summary>
    public string Extensions => string.Join(',', Kinds.SelectMany(kind => kind.Extensions()).Select(extension => "." + extension));

    /// <summary>
    /// The kind, where name, bytes and size all fit; a refusal otherwise. The stream must be seekable.
    /// </summary>
    public FileKind Check(string name, Stream file)
    {
        if (file.Length > LargestBytes) throw FileRefusals.TooLarge(LargestBytes);

        var kind = FileSignature.Of(file);
        switch (kind)
        {
            case FileKind.Empty: throw FileRefusals.Empty(name);
            case FileKind.EncryptedOffice: throw FileRefusals.Encrypted(name);
            case FileKind.MacroOffice: throw FileRefusals.Macros(name);
            case FileKind.Markup or FileKind.Script or FileKind.Executable: throw FileRefusals.Dangerous(kind, name);
            case FileKind.Heic: throw FileRefusals.Heic();
            default: break;
        }

        if (IsHalf(kind, FileName.Extension(name), file)) throw FileRefusals.Damaged(name);
        if (!Kinds.Contains(kind)) throw FileRefusals.KindNotAccepted(kind, KindsLabel, name);
        if (FileName.Extension(name).Length == 0) throw FileRefusals.ExtensionMissing(name);
        if (!kind.Fits(FileName.Extension(name))) throw FileRefusals.NotWhatItClaims(name, kind);

        return kind;
    }

    // Half an office file is a zip without its table of contents, or a container without its streams.
    private static bool IsHalf(FileKind kind, string extension, Stream file)
    {
        if (extension is not ("xlsx" or "docx" or "xls" or "et" or "doc" or "wps")) return false;

        var isHalf = kind == FileKind.Unknown || (kind == FileKind.Archive && ZipDirectory.Read(file) is null);
        file.Position = 0;
        return isHalf;
    }
}
