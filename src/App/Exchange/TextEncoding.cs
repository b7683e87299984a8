using System.Text;
using Huanxin.App.Files;

namespace Huanxin.App.Exchange;

/// <summary>
/// Which encoding a text file is in: by its mark, else the strictest that fits the whole of it — UTF-8, which other
/// encodings practically never satisfy, then GB18030, which many others satisfy by chance.
/// </summary>
internal static class TextEncoding
{
    private const int BigEndian = 1201;

    public static Encoding Of(Stream file)
    {
        var head = new byte[(int)Math.Min(4096, file.Length)];
        file.Position = 0;
        file.ReadExactly(head);
        if (FileSignature.WideEncoding(head) is { } wide)
        {
            return Fits(new UnicodeEncoding(wide.CodePage == BigEndian, false, true), file)
                ? wide
                : throw ExchangeRefusals.Encoding();
        }

        if (Fits(new UTF8Encoding(false, throwOnInvalidBytes: true), file)) return Encoding.UTF8;

        var lines = LineEncodings.Of(file);
        if (lines.IsMixed) throw ExchangeRefusals.MixedEncodings(lines.Strange, lines.IsMostlyUtf8);
        if (!Fits(Chinese(DecoderFallback.ExceptionFallback), file)) throw ExchangeRefusals.Encoding();

        return lines.IsLikeBig5 ? throw ExchangeRefusals.Big5() : Chinese(DecoderFallback.ReplacementFallback);
    }

    private static Encoding Chinese(DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, fallback)!;

    private static bool Fits(Encoding encoding, Stream file)
    {
        var decoder = encoding.GetDecoder();
        var (bytes, characters) = (new byte[1 << 16], new char[1 << 17]);
        file.Position = 0;
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;) decoder.GetChars(
                bytes, 0, read, characters, 0, flush: false);
            decoder.GetChars([], characters, flush: true);
            return true;
        }
        // The only way a decoder has of saying no.
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
