using System.Buffers;
using System.Text.Json;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>The list for programs: JSON and GeoJSON, written row by row. Contacts are left out.</summary>
public static class CommunityExport
{
    private const int FlushRows = 500;

    public static IResult Json(IQueryable<Community> rows, PlaceNames places) =>
        Results.Stream(stream => WriteAsync(stream, rows, json =>
        {
            json.WriteStartArray();
            return json.WriteEndArray;
        }, (json, row) => CommunityAnswers.Write(json, CommunityAnswers.Of(row, places))), "application/json", "小区.json");

    public static IResult GeoJson(IQueryable<Community> rows, PlaceNames places) =>
        Results.Stream(stream => WriteAsync(stream, rows.Where(c => c.Latitude != null), json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            return () =>
            {
                json.WriteEndArray();
                json.WriteEndObject();
            };
        }, (json, row) => Feature(json, row, places)), "application/geo+json", "小区.geojson");

    private static void Feature(Utf8JsonWriter json, Community row, PlaceNames places)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", row.Id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(row.Longitude!.Value);
        json.WriteNumberValue(row.Latitude!.Value);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WritePropertyName("properties");
        CommunityAnswers.Write(json, CommunityAnswers.Of(row, places));
        json.WriteEndObject();
    }

    private static async Task WriteAsync(
        Stream stream, IQueryable<Community> rows, Func<Utf8JsonWriter, Action> begin, Action<Utf8JsonWriter, Community> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CommunityAnswers.Encoder });
        var end = begin(json);
        var count = 0;
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            write(json, row);
            if (++count % FlushRows == 0) await SendAsync();
        }

        end();
        await SendAsync();

        async Task SendAsync()
        {
            json.Flush();
            await stream.WriteAsync(buffer.WrittenMemory);
            buffer.ResetWrittenCount();
        }
    }
}
