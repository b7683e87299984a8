using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Programmes;

/// <summary>Facts of a community as a decision keeps them, so that it can be judged again years later.</summary>
public static class StoredFacts
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters =
        {
            new FactConverters(), new JsonStringEnumConverter(), new TextConverter<DateSpan>(span => span.ToString(), ReadSpan),
            new TextConverter<RegionCode>(place => place.Prefix, RegionCode.Of),
            new TextConverter<Area>(area => Plain(area.Value), text => new Area(Whole(text))),
            new TextConverter<Portion>(portion => portion.ToString(), ReadPortion),
        },
    };

    public static string Write(CommunityFacts facts) => JsonSerializer.Serialize(facts, Options);

    public static CommunityFacts Read(string json) => JsonSerializer.Deserialize<CommunityFacts>(json, Options)!;

    // Nobody types the span of what happened at a time unknown; it is written for us alone.
    private static DateSpan ReadSpan(string text) => text == DateSpan.Ever.ToString() ? DateSpan.Ever
        : DateSpan.TryParse(text, out var span) ? span
        : throw new JsonException(text);

    private static Portion ReadPortion(string text) =>
        text.Split('/') is [var part, var whole] ? new(Whole(part), Whole(whole)) : throw new JsonException(text);

    private static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class FactConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Fact<>);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(FactConverter<>).MakeGenericType(type.GetGenericArguments()))!;
    }

    private sealed record Kept<T>(T Value, string? Source, FactQuality? Quality);

    private sealed class FactConverter<T> : JsonConverter<Fact<T>>
    {
        public override Fact<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Kept<T>>(ref reader, options) is { } kept
                ? Fact<T>.Of(kept.Value, kept.Source is { } source ? new FactSource(source, kept.Quality ?? default) : null)
                : default;

        public override void Write(Utf8JsonWriter writer, Fact<T> value, JsonSerializerOptions options)
        {
            if (!value.IsKnown) writer.WriteNullValue();
            else JsonSerializer.Serialize(writer, new Kept<T>(value.Value, value.Source?.Name, value.Source?.Quality), options);
        }
    }
}
