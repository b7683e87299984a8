namespace Huanxin.Core.Kernel;

/// <summary>How deep a place lies (区划层级).</summary>
public enum RegionLevel { Nation, Province, City, District, Street, Neighbourhood }

/// <summary>
/// Code of a place (区划代码) in the 2+2+2+3+3 structure of the statistical code list, without the trailing zeros:
/// “37”, “3710”, “371002”, “371002001”, “371002001001”. A place contains every place whose code begins with its own.
/// Letters mark codes of our own for places the national list does not know (自编代码), e.g. “3710Z1” 综保区.
/// </summary>
public readonly record struct RegionCode
{
    private static readonly int[] Lengths = [0, 2, 4, 6, 9, 12];
    private readonly string? prefix;

    private RegionCode(string prefix) => this.prefix = prefix.Length == 0 ? null : prefix;

    /// <summary>The whole country (全国).</summary>
    public static readonly RegionCode Nation;

    /// <summary>The code without trailing zeros (前缀码); empty for the nation.</summary>
    public string Prefix => prefix ?? "";

    /// <summary>Level of the place (层级).</summary>
    public RegionLevel Level => (RegionLevel)Array.IndexOf(Lengths, Prefix.Length);

    /// <summary>The place that contains this one (上级区划); the nation for a province and for itself.</summary>
    public RegionCode Parent => Level == RegionLevel.Nation ? this : new RegionCode(Prefix[..Lengths[(int)Level - 1]]);

    /// <summary>From a full or a prefix code (读取代码); throws FormatException when it is neither.</summary>
    public static RegionCode Of(string code) =>
        TryParse(code, out var region) ? region : throw new FormatException($"not a region code: {code}");

    /// <summary>Reads “371000”, “3710”, “371002001”, “371002001000” (读取代码).</summary>
    public static bool TryParse(string? code, out RegionCode region)
    {
        region = default;
        if (code is null || code.Length > 12 || !code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))) return false;

        var trimmed = code.Length is 6 or 9 or 12 ? WithoutZeros(code) : code;
        if (Array.IndexOf(Lengths, trimmed.Length) < 0) return false;

        region = new RegionCode(trimmed);
        return true;
    }

    /// <summary>From a stored prefix (列值), which was checked when it was first read.</summary>
    public static RegionCode OfColumn(string prefix) => new(prefix);

    /// <summary>Sorts behind every code inside this place (区段上界): a place's subtree is the range [this, Beyond).</summary>
    public RegionCode Beyond => new(Prefix + "~");

    public static bool operator <(RegionCode left, RegionCode right) => string.CompareOrdinal(left.Prefix, right.Prefix) < 0;
    public static bool operator >(RegionCode left, RegionCode right) => string.CompareOrdinal(left.Prefix, right.Prefix) > 0;
    public static bool operator <=(RegionCode left, RegionCode right) => string.CompareOrdinal(left.Prefix, right.Prefix) <= 0;
    public static bool operator >=(RegionCode left, RegionCode right) => string.CompareOrdinal(left.Prefix, right.Prefix) >= 0;

    /// <summary>True when the other place is this one or lies inside it (包含).</summary>
    public bool Contains(RegionCode other) => other.Prefix.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>This place and all that contain it, nearest first, the nation last (由近及远).</summary>
    public IEnumerable<RegionCode> Outward()
    {
        var place = this;
        for (; place.Level != RegionLevel.Nation; place = place.Parent) yield return place;
        yield return place;
    }

    /// <summary>Printed form (区划码): six digits down to the district, as they are below it.</summary>
    public override string ToString() => Prefix.Length < 6 ? Prefix.PadRight(6, '0') : Prefix;

    private static string WithoutZeros(string code)
    {
        for (var level = Lengths.Length - 1; level > 0; level--)
        {
            var (from, to) = (Lengths[level - 1], Lengths[level]);
            if (code.Length < to) continue;
            if (code[from..to].Any(c => c != '0')) return code[..to];
            code = code[..from];
        }

        return code;
    }
}
