using Huanxin.App.Security;

namespace Huanxin.App.Communities;

/// <summary>By what the same owner is known again without opening what is sealed.</summary>
public static class OwnerMarks
{
    private const string Checks = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>True for an identity number whose last place fits the others, and for the 18 places of a unified social credit code.</summary>
    public static bool IsGoodIdentity(string number)
    {
        var text = number.Trim().ToUpperInvariant();
        if (text.Length != 18 || !text.All(char.IsAsciiLetterOrDigit)) return false;
        if (!text.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9')) return text[17] == Checks[Weights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11];

        return true;
    }

    /// <summary>Fingerprint of the name and, where known, the identity number.</summary>
    public static string Of(Cipher cipher, string name, string? identityNumber) =>
        cipher.Fingerprint(string.IsNullOrWhiteSpace(identityNumber) ? name.Trim() : $"{name.Trim()} {identityNumber.Trim().ToUpperInvariant()}");
}
