using System.IO.Compression;
using System.Text;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Files;

public sealed class FileSignatureTests
{
    public static TheoryData<string, FileKind, byte[]> Known => new()
    {
        { "照片.jpg", FileKind.Jpeg, Pictures.Jpeg() },
        { "照片.PNG", FileKind.Png, Pictures.Png() },
        { "照片.webp", FileKind.WebP, Pictures.WebP() },
        { "方案.pdf", FileKind.Pdf, "%PDF-1.7\n"u8.ToArray() },
        { "台账.xlsx", FileKind.Xlsx, Zip("[Content_Types].xml", "xl/workbook.xml") },
        { "通知.docx", FileKind.Docx, Zip("[Content_Types].xml", "word/document.xml") },
        { "台账.csv", FileKind.Text, "小区,户数\n花园,120\n"u8.ToArray() },
        { "台账.csv", FileKind.Text,
            Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("小区,户数")).ToArray() },
        { "台账.csv", FileKind.Text, Encoding.Unicode.GetBytes("小区,户数\r\n花园,120\r\n") },
        { "台账.csv", FileKind.Text, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("小区,户数\n") },
        { "台账.csv", FileKind.Text, "小区,户数\n<script>alert(1)</script>,120\n"u8.ToArray() },
        { "台账.xls", FileKind.Xls, Compound("Root Entry", "Workbook") },
        { "通知.doc", FileKind.Doc, Compound("Root Entry", "WordDocument") },
    };

    [Theory, MemberData(nameof(Known))]
    public void Bytes_say_what_a_file_is(string name, FileKind kind, byte[] bytes)
    {
        Assert.Equal(kind, FileSignature.Of(new MemoryStream(bytes)));
        Assert.True(kind.Fits(FileName.Extension(name)));
        Assert.Equal(kind, new FileRules(1 << 20, kind).Check(name, new MemoryStream(bytes)));
    }

    public static TheoryData<string, string, byte[]> Unwanted => new()
    {
        { "file.encrypted", "台账.xlsx", Compound("Root Entry", "EncryptionInfo", "EncryptedPackage") },
        { "file.macros", "台账.xls", Compound("Root Entry", "Workbook", "_VBA_PROJECT_CUR") },
        { "file.macros", "台账.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin") },
        { "file.dangerous", "照片.jpg", "  <svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"u8.ToArray() },
        { "file.dangerous", "照片.png", "\uFEFF<!DOCTYPE html><p>"u8.ToArray() },
        { "file.dangerous", "台账.csv", "#!/bin/sh\n"u8.ToArray() },
        { "file.dangerous", "台账.xlsx", "MZ\x90\0"u8.ToArray() },
        { "file.not-what-it-claims", "方案.pdf", Pictures.Jpeg() },
        { "file.not-what-it-claims", "照片.jpg", "%PDF-1.4"u8.ToArray() },
        { "file.extension-missing", "照片", Pictures.Jpeg() },
        { "file.kind-not-accepted", "包.xlsx", Zip("a.txt", "b.txt") },
        { "file.kind-not-accepted", "照片.gif", "GIF89a......"u8.ToArray() },
        { "file.kind-not-accepted", "照片.jpg", [0, 1, 2, 3, 4, 5, 6, 7] },
        { "file.heic", "照片.jpg", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0] },
        { "file.empty", "台账.csv", [] },
        { "file.too-large", "台账.csv", new byte[5000] },
    };

    [Theory, MemberData(nameof(Unwanted))]
    public void What_is_not_wanted_is_refused_with_its_reason(string code, string name, byte[] bytes)
    {
        var rules = new FileRules(4096, FileKind.Jpeg, FileKind.Pdf, FileKind.Xlsx, FileKind.Xls, FileKind.Text);

        Assert.Equal(code, Assert.Throws<Refusal>(() => rules.Check(name, new MemoryStream(bytes))).Code);
    }

    [Theory]
    [InlineData("2024.3.1 台账（终稿）.xlsx")]
    [InlineData("𠮷祥小区.jpg")]
    [InlineData(" 前后有空格.pdf ")]
    public void Honest_names_are_taken(string name) => Assert.Equal(name.Trim(), FileName.Check(name));

    [Theory]
    [InlineData("file.name-missing", null)]
    [InlineData("file.name-missing", "  ")]
    [InlineData("file.name-not-allowed", "照片.jpg.exe")]
    [InlineData("file.name-not-allowed", "照片.exe.jpg")]
    [InlineData("file.name-not-allowed", "../../etc/passwd.pdf")]
    [InlineData("file.name-not-allowed", "C:\\台账.xlsx")]
    [InlineData("file.name-not-allowed", "台账\0.xlsx")]
    [InlineData("file.name-not-allowed", "台账\u202Exslx.jpg")]
    [InlineData("file.name-not-allowed", "con.xlsx")]
    [InlineData("file.name-not-allowed", ".htaccess")]
    [InlineData("file.macros", "台账.xlsm")]
    [InlineData("file.name-not-allowed", "图.svg")]
    public void Names_with_a_trap_are_refused(string code, string? name) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => FileName.Check(name)).Code);

    [Fact]
    public void A_name_of_more_than_120_characters_is_refused() =>
        Assert.Equal("file.name-too-long", Assert.Throws<Refusal>(() => FileName.Check(new string('长', 121))).Code);

    [Fact]
    public void Every_kind_of_file_has_a_label_and_random_bytes_never_crash_the_judge()
    {
        Assert.All(Enum.GetValues<FileKind>(), kind => Assert.NotEmpty(kind.Label()));

        var random = new Random(11);
        byte[][] starts = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [.. "PK\x03\x04"u8], []];
        for (var round = 0; round < 2_000; round++)
        {
            var noise = new byte[random.Next(3_000)];
            random.NextBytes(noise);
            FileSignature.Of(new MemoryStream([.. starts[round % 3], .. noise]));
        }
    }

    internal static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Array.ForEach(names, n => zip.CreateEntry(n));
        }
        return stream.ToArray();
    }

    // Header, one allocation sector, one directory sector.
    internal static byte[] Compound(params string[] names)
    {
        var file = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        file[30] = 9;
        file[48] = 1;
        file.AsSpan(76, 436).Fill(0xFF);
        file.AsSpan(76, 4).Clear();
        file.AsSpan(512, 512).Fill(0xFF);
        ((ReadOnlySpan<byte>)[0xFE, 0xFF, 0xFF, 0xFF]).CopyTo(file.AsSpan(516));
        foreach (var (index, name) in names.Index())
        {
            Encoding.Unicode.GetBytes(name).CopyTo(file, 1024 + index * 128);
            file[1024 + index * 128 + 64] = (byte)(name.Length * 2 + 2);
        }

        return file;
    }
}
