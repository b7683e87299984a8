using System.Text;

namespace Huanxin.App.Files;

/// <summary>
/// Says what a file is from its own bytes. Reads a few kilobytes, and the table of contents of a zip.
/// </summary>
public static class FileSignature
{
    private const int HeadLength = 4096;

    /// <summary>The stream must be seekable; it is left at its beginning.</summary>
    public static FileKind Of(Stream file)
    {
        var head = new byte[(int)Math.Min(HeadLength, file.Length)];
        file.Position = 0;
        file.ReadExactly(head);
        var kind = OfHead(head);
        if (kind == FileKind.Archive && head.AsSpan().StartsWith("PK"u8)) kind = OfZip(file);
        if (kind == FileKind.Doc) kind = OfCompound(file);
        file.Position = 0;
        return kind;
    }

    private static FileKind OfHead(ReadOnlySpan<byte> head) => head switch
    {
        [] => FileKind.Empty,
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => FileKind.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            FileKind.WebP,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when IsHeic(head) => FileKind.Heic,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileKind.Archive,
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] =>
            FileKind.Archive,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.Doc,
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => FileKind.Executable,
        [(byte)'#', (byte)'!', ..] => FileKind.Script,
        _ => OfText(head),
    };

    private static bool IsHeic(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && Encoding.ASCII.GetString(
            head[8..12]) is "heic" or "heix" or "hevc" or "mif1" or "msf1" or "avif";

    private static FileKind OfText(ReadOnlySpan<byte> head)
    {
        var wide = WideEncoding(head);
        if (wide is null && head.ContainsAnyInRange((byte)0, (byte)8)) return FileKind.Unknown;

        var text = (wide ?? Encoding.Latin1).GetString(head).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\t', '\r', '\n');
        if (text.AsSpan().ContainsAnyInRange('\0', '\b')) return FileKind.Unknown;
        if (text.StartsWith('<')) return FileKind.Markup;

        // A tag further in is a cell of somebody's table: it is shown escaped and served as a download.
        return text.StartsWith("#!", StringComparison.Ordinal) ? FileKind.Script : FileKind.Text;
    }

    /// <summary>
    /// UTF-16 by its mark, or without one because every other byte of the ASCII in it (commas, digits, line ends)
    /// is zero.
    /// </summary>
    internal static Encoding? WideEncoding(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..]) return Encoding.Unicode;
        if (head is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;

        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        // A Chinese character may hold a zero of its own, but seldom.
        if (Math.Max(even, odd) * 20 <= head.Length || Math.Min(even, odd) * 8 > Math.Max(even, odd)) return null;

        return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static FileKind OfZip(Stream file)
    {
        if (ZipDirectory.Read(file) is not { } items) return FileKind.Archive;
        if (!items.Any(item => item.Name == "[Content_Types].xml")) return FileKind.Archive;
        if (items.Any(item => item.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return FileKind.MacroOffice;
        }
        if (items.Any(item => item.Name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))) return FileKind.Xlsx;

        return items.Any(item => item.Name.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
            ? FileKind.Docx : FileKind.Archive;
    }

    private static FileKind OfCompound(Stream file)
    {
        if (CompoundFile.Open(file)?.Names is not { } names) return FileKind.Unknown;
        if (names.Contains("EncryptedPackage")) return FileKind.EncryptedOffice;
        if (names.Contains("_VBA_PROJECT") || names.Contains("_VBA_PROJECT_CUR") || names.Contains("VBA"))
        {
            return FileKind.MacroOffice;
        }
        if (names.Contains("Workbook") || names.Contains("Book")) return FileKind.Xls;

        return names.Contains("WordDocument") ? FileKind.Doc : FileKind.Unknown;
    }
}
