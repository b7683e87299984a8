using System.Buffers.Binary;
using Huanxin.App.Files;

namespace Huanxin.App.Exchange;

/// <summary>
/// Where formulas of an old workbook went wrong. ExcelDataReader 3.6 gives such cells as blank, which would turn a
/// broken
/// formula into “not reported”; so their records are looked up beforehand.
/// </summary>
internal static class XlsErrors
{
    private const int Formula = 0x0006, EndOfSheet = 0x000A, TruthOrError = 0x0205, Sheet = 0x0085, Begin = 0x0809;

    /// <summary>Error texts by row and column, both from zero, for each sheet in order.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<(int Row, int Column), string>> Of(Stream file)
    {
        if (CompoundFile.Open(file)?.Read("Workbook") is not { } book) return [];

        var starts = new List<int>();
        foreach (var (kind, body) in Records(book, 0))
        {
            if (kind == EndOfSheet) break;
            // The sixth byte is the kind of sheet: only worksheets have cells.
            if (kind == Sheet && body.Length >= 6 && body.Span[5] == 0)
            {
                starts.Add(BinaryPrimitives.ReadInt32LittleEndian(body.Span));
            }
        }

        return [.. starts.Select(start => Errors(book, start))];
    }

    private static Dictionary<(int, int), string> Errors(byte[] book, int start)
    {
        var errors = new Dictionary<(int, int), string>();
        var depth = 0;
        foreach (var (kind, body) in Records(book, start))
        {
            if (kind == Begin) depth++;
            if (kind == EndOfSheet && --depth <= 0) break;
            if (Error(kind, body.Span) is not { } error) continue;

            errors[(BinaryPrimitives.ReadUInt16LittleEndian(body.Span),
                BinaryPrimitives.ReadUInt16LittleEndian(body.Span[2..]))] = error;
        }

        return errors;
    }

    private static string? Error(int kind, ReadOnlySpan<byte> body) => kind switch
    {
        Formula when body.Length >= 14 && body[6] == 2 && body[12] == 0xFF && body[13] == 0xFF => Text(body[8]),
        TruthOrError when body.Length >= 8 && body[7] == 1 => Text(body[6]),
        _ => null,
    };

    private static string Text(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    private static IEnumerable<(int Kind, ReadOnlyMemory<byte> Body)> Records(byte[] book, int start)
    {
        for (var at = start; at >= 0 && at + 4 <= book.Length;)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length) yield break;

            yield return (kind, book.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }
}
