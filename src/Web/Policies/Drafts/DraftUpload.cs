using System.Text;
using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>One file as it was typed or uploaded.</summary>
public sealed record TypedFile(string Name, string Text)
{
    public string? NameError { get; init; }

    public string? TextError { get; init; }
}

/// <summary>The files of a pack as a form holds them: typed into boxes, or uploaded. All of it comes back when it is not taken.</summary>
public sealed class DraftUpload
{
    public const int MostFiles = 20;
    private const string First = "first";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private DraftUpload(int firstBox, IReadOnlyList<TypedFile> files) => (FirstBox, Files) = (firstBox, files);

    /// <summary>Number of the first box; other than those posted, so that each shows what it is given.</summary>
    public int FirstBox { get; }

    public IReadOnlyList<TypedFile> Files { get; }

    /// <summary>Faults of the form itself; those of the pack are another matter.</summary>
    public bool IsReadable => Files.Count > 0 && Files.All(f => f is { NameError: null, TextError: null });

    public static DraftUpload Of(DraftText? text) => new(0, [.. text?.Files.Select(f => new TypedFile(f.Name, f.Text)) ?? []]);

    /// <summary>Reads what was posted; an uploaded file goes over a typed one of the same name.</summary>
    public static async Task<DraftUpload> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var first = int.TryParse(form[First], out var number) && number is >= 0 and < 1_000_000 ? number : 0;
        var files = new List<TypedFile>();
        for (var box = first; form.ContainsKey($"text-{box}") && files.Count < MostFiles; box++)
        {
            if (string.IsNullOrWhiteSpace(form[$"text-{box}"])) continue;
            files.Add(Checked(form[$"name-{box}"].ToString().Trim(), form[$"text-{box}"].ToString()));
        }

        foreach (var upload in form.Files.GetFiles("files").Where(f => f.Length > 0).Take(MostFiles))
        {
            var file = await ReadAsync(upload, stop);
            files.RemoveAll(f => f.Name == file.Name);
            files.Add(file);
        }

        return new DraftUpload(first + MostFiles, files);
    }

    /// <summary>The pack, in the folder of its place.</summary>
    public DraftText Text(ShelfReading shelf)
    {
        var stem = PackFolder.StemOf(Files[0].Name);
        IReadOnlyList<(string, string)> files = [.. Files.Select(f => (f.Name, f.Text))];
        var region = new DraftText($"upload/{stem}", files).Read().Region;
        var folder = region is not { } place ? "upload"
            : shelf.Packs.FirstOrDefault(p => p.Region == place)?.Stem.Split('/')[0] ?? place.ToString();
        return new DraftText($"{folder}/{stem}", files);
    }

    private static async Task<TypedFile> ReadAsync(IFormFile upload, CancellationToken stop)
    {
        var name = Path.GetFileName(upload.FileName.Replace('\\', '/'));
        if (upload.Length > DraftText.LongestText) return new TypedFile(name, "") { TextError = "文件超过 2 MB，不是政策包。" };

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, stop);
        try
        {
            return Checked(name, Strict.GetString(bytes.ToArray()));
        }
        catch (DecoderFallbackException)
        {
            return new TypedFile(name, "") { TextError = "文件不是 UTF-8 文本，请另存为 UTF-8 后再上传。" };
        }
    }

    private static TypedFile Checked(string name, string text)
    {
        // One form of a text, whether it was typed, pasted or uploaded: its fingerprint is that of the file.
        var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var file = new TypedFile(name, plain.EndsWith('\n') ? plain : plain + "\n");
        return file with
        {
            NameError = name.Length == 0 ? "请填写文件名，例如 2025-3-annual-notice.yaml。" : null,
            TextError = text.Length > DraftText.LongestText ? "内容超过 2 MB，不是政策包。"
                : text.Contains('\0', StringComparison.Ordinal) ? "内容里有不能保存的字符，不是政策包。" : null,
        };
    }
}
