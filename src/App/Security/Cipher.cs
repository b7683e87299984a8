using System.Security.Cryptography;
using System.Text;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Security;

/// <summary>
/// Seals and opens personal data with AES-256-GCM, and fingerprints it for exact search with HMAC-SHA256.
/// The seam at which SM4 and SM3 can be chosen later: the first word of a sealed text names key and algorithm.
/// </summary>
public sealed class Cipher(Keyring keys)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] fingerprintKey = keys.Derive("fingerprint");
    private readonly byte[] sealKey = keys.Derive("act-seal");

    /// <summary>Seals a text; the same text seals differently each time.</summary>
    public Personal Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceLength + plain.Length + TagLength];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Current.Secret, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length));
        return new Personal($"{Personal.Mark}{keys.Current.Name}:{Convert.ToBase64String(box)}");
    }

    /// <summary>Seals a text, or answers null for nothing.</summary>
    public Personal? SealOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Seal(text.Trim());

    /// <summary>Opens a sealed text; throws when the key is missing or the text was altered.</summary>
    public string Open(Personal sealedText)
    {
        var parts = sealedText.Sealed[Personal.Mark.Length..].Split(':', 2);
        var box = Convert.FromBase64String(parts[1]).AsSpan();
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(keys.Find(parts[0]).Secret, TagLength);
        aes.Decrypt(box[..NonceLength], box.Slice(NonceLength, plain.Length), box[^TagLength..], plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Name of the key that seals what is new.</summary>
    public string CurrentKey => keys.Current.Name;

    /// <summary>A key for one file alone, made of the named one and the file's salt; throws when the named one is missing.</summary>
    public AesGcm FileKey(string name, ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Find(name).Secret, key, salt, "file"u8);
        return new AesGcm(key, TagLength);
    }

    /// <summary>Equal texts have equal fingerprints, by which a sealed column can be searched exactly.</summary>
    public string Fingerprint(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(fingerprintKey, Encoding.UTF8.GetBytes(text.Trim()))[..16]);

    /// <summary>Proof that a seal of the act chain was made by an installation that holds the keys.</summary>
    public byte[] Prove(ReadOnlySpan<byte> hash) => HMACSHA256.HashData(sealKey, hash);
}
