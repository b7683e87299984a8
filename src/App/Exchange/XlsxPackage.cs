using System.IO.Compression;
using System.Text;
using System.Xml;
using Huanxin.App.Files;

namespace Huanxin.App.Exchange;

/// <summary>The zip around a workbook, judged by its table of contents before anything is inflated.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        CheckCharacters = false, CloseInput = true,
    };

    private readonly ZipArchive zip;
    private readonly SheetLimits limits;

    public XlsxPackage(Stream file, SheetLimits limits)
    {
        this.limits = limits;
        Judge(ZipDirectory.Read(file) ?? throw ExchangeRefusals.Damaged());
        file.Position = 0;
        zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
    }

    /// <summary>A reader over one part, or null where the package has none of that name.</summary>
    public XmlReader? Part(string path, Func<string> where) =>
        Bytes(path, where) is { } part ? XmlReader.Create(part, Settings) : null;

    /// <summary>A walk over a part that may be large, or null where the package has none of that name.</summary>
    public XmlTokens? Tokens(string path, Func<string> where)
    {
        if (Bytes(path, where) is not { } part) return null;

        Span<byte> mark = stackalloc byte[2];
        var isWide = part.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && (mark.SequenceEqual(Encoding.Unicode.Preamble) || mark.SequenceEqual(Encoding.BigEndianUnicode.Preamble));
        part.Dispose();
        part = Bytes(path, where)!;
        return new XmlTokens(isWide ? Encoding.CreateTranscodingStream(part, mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, Encoding.UTF8) : part);
    }

    /// <summary>The inflated bytes of one part under the same guard.</summary>
    public Stream? Bytes(string path, Func<string> where)
    {
        var entry = zip.GetEntry(path)
            ?? zip.Entries.FirstOrDefault(e => e.FullName.Equals(path, StringComparison.OrdinalIgnoreCase));
        return entry is null
            ? null
            : new GuardedPart(entry.Open(), Math.Min(entry.Length, limits.LargestInflated), where);
    }

    public void Dispose() => zip.Dispose();

    private void Judge(IReadOnlyList<ZipItem> items)
    {
        if (items.Any(item => item.IsEncrypted)) throw ExchangeRefusals.Encrypted();
        if (items.Any(IsBomb) || items.Sum(item => Math.Min(item.Unpacked, 1L << 40)) > limits.LargestInflated)
        {
            throw ExchangeRefusals.Bomb();
        }
        if (items.Any(item => item.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || item.Name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            throw ExchangeRefusals.Macros();
        }

        if (items.Any(item => item.Name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)))
        {
            throw ExchangeRefusals.ExternalLinks();
        }
    }

    private bool IsBomb(ZipItem item) =>
        item.Unpacked > limits.InflationAllowed && item.Unpacked / Math.Max(1, item.Packed) > limits.MostInflation;
}
