using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Huanxin.App.Files;
using Huanxin.App.Operations;

namespace Huanxin.App.Security;

/// <summary>One secret with a name that appears in what it sealed.</summary>
public sealed record SecretKey(string Name, byte[] Secret);

/// <summary>
/// The installation's secrets, in one file outside the database (data/keys/keyring.json, readable by its owner alone).
/// All nodes share it. Old keys stay so that what they sealed can still be opened.
/// </summary>
public sealed class Keyring
{
    /// <summary>Characters of a name: it stands in all that the key sealed, in a fixed room at the head of files.</summary>
    public const int LongestName = 16;

    private readonly Dictionary<string, SecretKey> keys;

    private Keyring(IEnumerable<SecretKey> keys)
    {
        this.keys = keys.ToDictionary(key => key.Name);
        var bad = this.keys.Keys.FirstOrDefault(name => name.Length is 0 or > LongestName || !name.All(char.IsAsciiLetterOrDigit));
        if (bad is not null) throw new CryptographicException($"密钥的名称“{bad}”不能用，须是 1 至 {LongestName} 个英文字母或数字。");

        Current = this.keys.Values.Last();
    }

    /// <summary>The key that seals new data: the last of the file.</summary>
    public SecretKey Current { get; }

    /// <summary>Reads the file. New keys beside old data would be worse than none, so a missing file is refused.</summary>
    public static Keyring Open(string file)
    {
        Require(file);
        using var stream = File.OpenRead(file);
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        return new Keyring(names.Select(pair => new SecretKey(pair.Key, Convert.FromBase64String(pair.Value))));
    }

    /// <summary>Refuses to go on without the file.</summary>
    public static void Require(string file)
    {
        if (!File.Exists(file)) throw OperationsRefusals.KeyringMissing(file);
    }

    /// <summary>Makes the file with a first key; false when it was there already.</summary>
    public static bool Make(string file) => !File.Exists(file) && Create(file);

    /// <summary>The key of that name; throws when the file does not have it.</summary>
    public SecretKey Find(string name) => keys.TryGetValue(name, out var key)
        ? key
        : throw new CryptographicException($"密钥环中没有密钥“{name}”，无法解开用它加密的数据。");

    /// <summary>A further secret for one purpose, derived from the first key so that it never changes.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Values.First().Secret, 32, info: Encoding.ASCII.GetBytes(purpose));

    private static bool Create(string file)
    {
        OwnerOnly.Folder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });

        // Written beside and linked into place: of two nodes that start together one wins and both read the same key.
        var draft = $"{file}.{Environment.ProcessId}";
        using (var stream = OwnerOnly.Create(draft, FileMode.Create))
        {
            stream.Write(json);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
            return false;
        }
    }
}
