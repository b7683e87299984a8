using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace Huanxin.App.Data;

/// <summary>How the exact types lie in columns, the same on both databases (docs/decisions/0005).</summary>
internal static class Conventions
{
    private const int TextLength = 400;

    public static void Of(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Fen>().HaveConversion<FenColumn>();
        conventions.Properties<Area>().HaveConversion<AreaColumn>();
        conventions.Properties<Month>().HaveConversion<MonthColumn>();
        conventions.Properties<Ratio>().HaveConversion<RatioColumn>().HaveMaxLength(41);
        conventions.Properties<RegionCode>().HaveConversion<RegionColumn>().HaveMaxLength(12);
        conventions.Properties<Personal>().HaveConversion<PersonalColumn>().HaveMaxLength(2000);
        conventions.Properties<DateTime>().HaveConversion<UtcColumn>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<string>().HaveMaxLength(TextLength);
        conventions.Conventions.Replace<ForeignKeyIndexConvention>(services =>
            new NeededIndexes(services.GetRequiredService<ProviderConventionSetBuilderDependencies>()));
    }

    /// <summary>Versions guard every record; codes compare by their bytes on both databases.</summary>
    public static void Finish(ModelBuilder model, Dialect dialect)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                if (typeof(Record).IsAssignableFrom(entity.ClrType) && property.Name == nameof(Record.Version))
                {
                    property.IsConcurrencyToken = true;
                }

                if (property.ClrType == typeof(RegionCode) || property.ClrType == typeof(RegionCode?))
                {
                    property.SetCollation(dialect.OrdinalCollation);
                }

                if (property.ClrType == typeof(Guid) && property.IsPrimaryKey())
                {
                    property.ValueGenerated = ValueGenerated.Never;
                }
            }
        }
    }

    // An index on a foreign key helps to find and guard what refers to a record. An organisation is closed and never removed, and nobody asks
    // for all communities it keeps, hundreds of thousands in one import.
    private sealed class NeededIndexes(ProviderConventionSetBuilderDependencies dependencies) : ForeignKeyIndexConvention(dependencies)
    {
        protected override IConventionIndex? CreateIndex(
            IReadOnlyList<IConventionProperty> properties, bool unique, IConventionEntityTypeBuilder entityTypeBuilder) =>
            properties is [{ Name: nameof(Community.KeeperId) }] ? null : base.CreateIndex(properties, unique, entityTypeBuilder);
    }

    private sealed class FenColumn() : ValueConverter<Fen, long>(fen => fen.Value, value => new Fen(value));

    private sealed class AreaColumn() : ValueConverter<Area, long>(area => area.Value, value => new Area(value));

    private sealed class MonthColumn() : ValueConverter<Month, int>(month => month.Value, value => new Month(value));

    private sealed class RatioColumn() : ValueConverter<Ratio, string>(
        ratio => ratio.Numerator + "/" + ratio.Denominator, text => Ratio.Parse(text)!.Value);

    private sealed class RegionColumn() : ValueConverter<RegionCode, string>(
        region => region.Prefix, text => RegionCode.OfColumn(text));

    private sealed class PersonalColumn() : ValueConverter<Personal, string>(
        personal => personal.Sealed, text => new Personal(text));

    private sealed class UtcColumn() : ValueConverter<DateTime, DateTime>(
        time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
