using Huanxin.Web.History;
using Huanxin.Web.Security;

namespace Huanxin.Web.People;

/// <summary>What the pages of organisations and accounts need.</summary>
public static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<PersonalReading>();
        services.AddScoped<AccountTable>();
        services.AddScoped<PeopleImport>();
        services.AddScoped<FieldValues>();
        services.AddScoped<ActTrail>();
        services.AddScoped<ActTable>();
    }

    public static void MapPeople(this WebApplication app)
    {
        app.MapPeopleWorkbooks();
        app.MapPeopleImports();
        ActTable.Map(app);
    }
}
