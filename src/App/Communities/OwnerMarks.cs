using Huanxin.App.Security;

namespace Huanxin.App.Communities;

/// <summary>By what the same owner is known again without opening what is sealed.</summary>
public static class OwnerMarks
{
    /// <summary>Fingerprint of the name and, where known, the identity number.</summary>
    public static string Of(Cipher cipher, string name, string? identityNumber) =>
        cipher.Fingerprint(string.IsNullOrWhiteSpace(identityNumber) ? name.Trim() : $"{name.Trim()} {identityNumber.Trim().ToUpperInvariant()}");
}
