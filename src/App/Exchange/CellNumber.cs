using System.Globalization;

namespace Huanxin.App.Exchange;

/// <summary>
/// Numbers as spreadsheets store them: the shortest decimal that means the same. Excel keeps fifteen digits and writes
/// seventeen, so 744439.96 arrives as 744439.95999999996.
/// </summary>
internal static class CellNumber
{
    private const int TrueDigits = 15;

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal number)
    {
        var (mantissa, scale, digits, at, isNegative) = (0L, -1, 0, 0, false);
        if (text.Length > 0 && text[0] == '-') (isNegative, at) = (true, 1);
        for (; at < text.Length && digits <= TrueDigits; at++)
        {
            if (char.IsAsciiDigit((char)text[at]))
            {
                mantissa = mantissa * 10 + text[at] - '0';
                if (mantissa > 0) digits++;
                if (scale >= 0) scale++;
            }
            else if (text[at] == '.' && scale < 0) scale = 0;
            else break;
        }

        if (at == text.Length && at > (isNegative ? 1 : 0) && digits <= TrueDigits && scale <= 28)
        {
            number = new decimal((int)mantissa, (int)(mantissa >> 32), 0, isNegative, (byte)Math.Max(0, scale));
            return true;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return false;

        number = Rounded(number);
        return true;
    }

    public static decimal Rounded(decimal number)
    {
        var size = Math.Abs(number);
        if (size >= 1_000_000_000_000_000m || size == 0) return number;

        var decimals = TrueDigits;
        for (var whole = decimal.Truncate(size); whole >= 1; whole = decimal.Truncate(whole / 10)) decimals--;
        for (var small = size; small < 0.1m && decimals < 28; small *= 10) decimals++;
        return Math.Round(number, Math.Clamp(decimals, 0, 28), MidpointRounding.AwayFromZero);
    }
}
