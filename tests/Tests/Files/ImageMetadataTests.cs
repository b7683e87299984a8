using System.Text;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Files;

public sealed class ImageMetadataTests
{
    private static readonly byte[] Secret = "SECRET-OWNER"u8.ToArray();

    public static TheoryData<FileKind, byte[]> Photos => new()
    {
        { FileKind.Jpeg, Pictures.Jpeg(Pictures.Jfif, Pictures.ExifSegment(Pictures.Exif())) },
        { FileKind.Png, Pictures.Png(("eXIf", Pictures.Exif()), ("tEXt", [.. "Author\0"u8, .. Secret])) },
        { FileKind.WebP, Pictures.WebP(("EXIF", Pictures.Exif()), ("XMP ", Secret)) },
    };

    [Theory, MemberData(nameof(Photos))]
    public void Time_and_place_are_returned_and_everything_else_is_gone(FileKind kind, byte[] photo)
    {
        var clean = ImageMetadata.Clean(photo, kind);

        Assert.Equal(new DateTime(2024, 3, 28, 1, 30, 15, DateTimeKind.Utc), clean.Facts.TakenAt);
        Assert.Equal(37.513068, clean.Facts.Latitude);
        Assert.Equal(122.12042, clean.Facts.Longitude);
        Assert.Equal(6, clean.Facts.Orientation);
        Assert.True(photo.AsSpan().IndexOf(Secret) > 0);
        Assert.Equal(-1, clean.Bytes.AsSpan().IndexOf(Secret));
        Assert.Equal(-1, clean.Bytes.AsSpan().IndexOf("2024:03:28"u8));
    }

    [Theory, MemberData(nameof(Photos))]
    public void A_cleaned_photo_tells_no_time_and_no_place_when_it_is_cleaned_again(FileKind kind, byte[] photo)
    {
        var once = ImageMetadata.Clean(photo, kind);
        var twice = ImageMetadata.Clean(once.Bytes, kind);

        Assert.Equal(once.Bytes, twice.Bytes);
        Assert.Null(twice.Facts.TakenAt);
        Assert.Null(twice.Facts.Latitude);
        Assert.Equal((once.Facts.Width, once.Facts.Height), (twice.Facts.Width, twice.Facts.Height));
    }

    [Fact]
    public void A_phone_photo_keeps_the_way_it_stands_and_an_upright_one_carries_no_exif_at_all()
    {
        var turned = ImageMetadata.Clean(
            Pictures.Jpeg(Pictures.ExifSegment(Pictures.Exif(orientation: 8))), FileKind.Jpeg);
        var upright = ImageMetadata.Clean(
            Pictures.Jpeg(Pictures.ExifSegment(Pictures.Exif(orientation: 1))), FileKind.Jpeg);

        Assert.Equal(8, ImageMetadata.Clean(turned.Bytes, FileKind.Jpeg).Facts.Orientation);
        Assert.Equal(Pictures.Jpeg(), upright.Bytes);
    }

    [Fact]
    public void Southern_and_western_places_are_negative()
    {
        var exif = Pictures.Exif(latitude: -33.5, longitude: -70.25);

        var facts = ImageMetadata.Clean(Pictures.Jpeg(Pictures.ExifSegment(exif)), FileKind.Jpeg).Facts;

        Assert.Equal((-33.5, -70.25), (facts.Latitude, facts.Longitude));
    }

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("2024-03-28 09:30:15")]
    public void A_camera_without_a_clock_gives_no_time(string taken)
    {
        var photo = Pictures.Jpeg(Pictures.ExifSegment(Pictures.Exif(taken: taken)));

        Assert.Null(ImageMetadata.Clean(photo, FileKind.Jpeg).Facts.TakenAt);
    }

    [Fact]
    public void Any_mix_of_metadata_segments_leaves_the_same_picture_as_none()
    {
        var random = new Random(20240328);
        var bare = ImageMetadata.Clean(Pictures.Jpeg(Pictures.Jfif), FileKind.Jpeg).Bytes;
        for (var round = 0; round < 300; round++)
        {
            var segments = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Noise(random)).ToArray();

            Assert.Equal(bare, ImageMetadata.Clean(Pictures.Jpeg([Pictures.Jfif, .. segments]), FileKind.Jpeg).Bytes);
        }
    }

    [Fact]
    public void What_is_glued_on_behind_the_picture_is_left_behind()
    {
        foreach (var (kind, photo) in Photos.Select(row => row.Data))
        {
            byte[] glued = [.. photo, .. "PK\x03\x04<script>"u8, .. Secret];

            Assert.Equal(ImageMetadata.Clean(photo, kind).Bytes, ImageMetadata.Clean(glued, kind).Bytes);
        }
    }

    [Fact]
    public void Broken_pictures_are_refused_or_cleaned_but_never_crash()
    {
        var random = new Random(7);
        var refused = 0;
        foreach (var (kind, photo) in Photos.Select(row => row.Data))
        {
            for (var round = 0; round < 2_000; round++)
            {
                var broken = round % 2 == 0 ? photo[..random.Next(photo.Length)] : Mutated(photo, random);
                try
                {
                    var clean = ImageMetadata.Clean(broken, kind);
                    Assert.Equal(clean.Bytes, ImageMetadata.Clean(clean.Bytes, kind).Bytes);
                }
                catch (Refusal refusal)
                {
                    Assert.StartsWith("image.", refusal.Code, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        Assert.InRange(refused, 3_000, 6_000);
    }

    [Fact]
    public void A_picture_of_billions_of_pixels_is_refused()
    {
        var bomb = Pictures.Png();
        var webP = Pictures.WebP();
        webP.AsSpan(24, 6).Fill(0xFF);

        Assert.Equal("image.damaged", Refused(Mutate(bomb, 16, 0x7F), FileKind.Png));
        Assert.Equal("image.too-many-pixels", Refused(webP, FileKind.WebP));
    }

    [Fact]
    public void A_moving_picture_is_refused()
    {
        Assert.Equal("image.animated", Refused(Pictures.WebP(("ANIM", new byte[6])), FileKind.WebP));
    }

    private static string Refused(byte[] photo, FileKind kind) =>
        Assert.Throws<Refusal>(() => ImageMetadata.Clean(photo, kind)).Code;

    private static byte[] Noise(Random random)
    {
        var body = new byte[random.Next(40)];
        random.NextBytes(body);
        var marker = random.Next(3) switch { 0 => (byte)0xFE, 1 => (byte)random.Next(0xE1, 0xEE), _ => (byte)0xEF };
        return Pictures.Segment(marker, [.. Encoding.ASCII.GetBytes("SECRET-OWNER"), .. body]);
    }

    private static byte[] Mutated(byte[] photo, Random random)
    {
        var copy = photo.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--) copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }

    private static byte[] Mutate(byte[] photo, int at, byte value)
    {
        var copy = photo.ToArray();
        copy[at] = value;
        return copy;
    }
}
