using Huanxin.App.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

public sealed class PackFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("huanxin-packs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_in_folders_that_are_not_named_by_a_place_are_no_packs()
    {
        Write("demo/accounts.yaml", "accounts: []\n");

        Assert.Empty(PackFolder.Read(folder));
    }

    [Fact]
    public void A_pack_without_a_document_is_a_fault_with_its_place()
    {
        Write("371000-weihai/stray.yaml", "accounts: []\n");
        Write("regions.yaml", "source: x\nregions: []\n");

        var faults = ShelfReading.Of(folder).Faults;

        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.Equal("371000-weihai/stray.yaml", f.Place.File));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
