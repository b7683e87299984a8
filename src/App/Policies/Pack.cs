using System.Security.Cryptography;
using System.Text;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>
/// One document's files as read: the merged tree, its names and faults, and the document once it is sound.
/// </summary>
public sealed class Pack
{
    private Pack(string stem, PackNode.Map root, PackIndex index, string hash, string? cases)
    {
        (Stem, Root, Index, Hash, Cases) = (stem, root, index, hash, cases);
        Identity = new PackRow(root["document"]);
        Id = Identity.Text("id");
        Region = Identity.TextOrNull("region") is { } text && RegionCode.TryParse(text, out var region) ? region : null;
    }

    /// <summary>Folder and name without the parts, e.g. 371000-weihai/2024-12-annual-notice.</summary>
    public string Stem { get; }

    public PackNode.Map Root { get; }

    public PackIndex Index { get; }

    public string Hash { get; }

    /// <summary>Text of the cases beside the pack, if any.</summary>
    public string? Cases { get; }

    /// <summary>The document; null while the pack has faults.</summary>
    public PolicyDocument? Document { get; private set; }

    public PackRow Identity { get; }

    public string Id { get; }

    public RegionCode? Region { get; }

    /// <summary>Reads the files of one document: its main file and the parts of the same name.</summary>
    /// <param name="files">File names with their texts, in the order of the names.</param>
    public static Pack Read(string stem, IReadOnlyList<(string File, string Text)> files, string? cases)
    {
        var index = new PackIndex();
        PackNode.Map root = new(new(files[0].File, 1, 1), []);
        foreach (var (file, text) in files)
        {
            if (PackNode.Read(file, text, index.Faults) is not { } node) continue;
            if (node is PackNode.Map map) root = Merge(root, map);
            else index.Faults.Add(PackFaults.NotAMap(node.Place));
        }

        ShapeCheck.Run(root, PackShapes.File, index);
        if (root["document"] is null) index.Faults.Add(PackFaults.NoDocument(root.Place));
        return new Pack(stem, root, index, HashOf(files), cases);
    }

    /// <summary>Makes the document, when no fault was found.</summary>
    public void Complete()
    {
        if (Index.Faults.Count == 0) Document = PackReader.Read(Root, Hash);
    }

    // Lists join, mappings join, and what can stand only once stands twice and is reported as a duplicate key.
    private static PackNode.Map Merge(PackNode.Map one, PackNode.Map other)
    {
        var entries = one.Entries.ToList();
        foreach (var entry in other.Entries)
        {
            var at = entries.FindIndex(e => e.Key == entry.Key);
            if (at >= 0 && entry.Value is PackNode.List more && entries[at].Value is PackNode.List list)
            {
                entries[at] = entries[at] with { Value = list with { Items = [.. list.Items, .. more.Items] } };
            }
            else if (at >= 0 && entry.Key != "document" && entry.Value is PackNode.Map inner
                && entries[at].Value is PackNode.Map map)
            {
                entries[at] = entries[at] with { Value = Merge(map, inner) };
            }
            else
            {
                entries.Add(entry);
            }
        }

        return one with { Entries = entries };
    }

    private static string HashOf(IEnumerable<(string File, string Text)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, text) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
