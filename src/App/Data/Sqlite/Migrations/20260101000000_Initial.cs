using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Huanxin.App.Data.Sqlite.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OnBehalfOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Node = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "draft_packs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stem = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Effective = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OverHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    InForceAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_packs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "node_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_node_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    OtherPlaces = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organisations_organisations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_sets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Clause = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PlaceTitle = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_sets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_marks",
                columns: table => new
                {
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_marks", x => x.Place);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Proof = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "selections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOutOfPlan = table.Column<bool>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_selections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unsealed_acts",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Proof = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unsealed_acts", x => x.ActId);
                });

            migrationBuilder.CreateTable(
                name: "upload_corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    UploadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Hidden = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true, collation: "BINARY"),
                    Field = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Old = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    New = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => new { x.ActId, x.Number });
                    table.ForeignKey(
                        name: "FK_changes_acts_ActId",
                        column: x => x.ActId,
                        principalTable: "acts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_draft_files_draft_packs_DraftId",
                        column: x => x.DraftId,
                        principalTable: "draft_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignInName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    NameFingerprint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PhoneFingerprint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FailedSignIns = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AuthenticatorKey = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RecoveryCodes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "column_memories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Columns = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_column_memories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_column_memories_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "communities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Neighbourhood = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Land = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Ownership = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsInTown = table.Column<bool>(type: "INTEGER", nullable: true),
                    BuiltFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BuiltTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Buildings = table.Column<int>(type: "INTEGER", nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: true),
                    Households = table.Column<int>(type: "INTEGER", nullable: true),
                    Area = table.Column<long>(type: "INTEGER", nullable: true),
                    Structure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Floors = table.Column<int>(type: "INTEGER", nullable: true),
                    Management = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Manager = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MaintenanceFund = table.Column<long>(type: "INTEGER", nullable: true),
                    WasRenovated = table.Column<bool>(type: "INTEGER", nullable: true),
                    RenovatedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RenovatedTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsClearancePlanned = table.Column<bool>(type: "INTEGER", nullable: true),
                    ClearanceFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClearanceTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsToBeRebuilt = table.Column<bool>(type: "INTEGER", nullable: true),
                    WasFunded = table.Column<bool>(type: "INTEGER", nullable: true),
                    WasPlanned = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsWishStrong = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsManagementAgreed = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsInLibrary = table.Column<bool>(type: "INTEGER", nullable: true),
                    HouseholdsAsked = table.Column<int>(type: "INTEGER", nullable: true),
                    HouseholdsAgreed = table.Column<int>(type: "INTEGER", nullable: true),
                    Signs = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Utilities = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Flags = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ParkingPlaces = table.Column<int>(type: "INTEGER", nullable: true),
                    CarChargers = table.Column<int>(type: "INTEGER", nullable: true),
                    BikeChargers = table.Column<int>(type: "INTEGER", nullable: true),
                    Lifts = table.Column<int>(type: "INTEGER", nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ContactPhone = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Quality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    KeeperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MergedInto = table.Column<Guid>(type: "TEXT", nullable: true),
                    SplitFrom = table.Column<Guid>(type: "TEXT", nullable: true),
                    SplitInto = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_communities_communities_MergedInto",
                        column: x => x.MergedInto,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_communities_organisations_KeeperId",
                        column: x => x.KeeperId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SenderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decisions = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: true),
                    Changed = table.Column<int>(type: "INTEGER", nullable: true),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneWhy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_runs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_import_runs_organisations_SenderId",
                        column: x => x.SenderId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Batch = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    IsOutOfPlan = table.Column<bool>(type: "INTEGER", nullable: false),
                    OutOfPlanReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Flags = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    StartOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FinishOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Investment = table.Column<long>(type: "INTEGER", nullable: true),
                    FinancingMode = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StateReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    StateBefore = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_projects_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MeasureList = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SourceFile = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SourceHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Accepted = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_versions_plan_sets_PlanSetId",
                        column: x => x.PlanSetId,
                        principalTable: "plan_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    CredentialId = table.Column<string>(type: "TEXT", maxLength: 1400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Credential = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_passkeys_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "postings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_postings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_postings_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_postings_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "buildings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    BuiltFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BuiltTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Ownership = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Structure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: true),
                    Floors = table.Column<int>(type: "INTEGER", nullable: true),
                    Households = table.Column<int>(type: "INTEGER", nullable: true),
                    Area = table.Column<long>(type: "INTEGER", nullable: true),
                    Lifts = table.Column<int>(type: "INTEGER", nullable: true),
                    Quality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buildings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_buildings_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "distinct_pairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    First = table.Column<Guid>(type: "TEXT", nullable: false),
                    Second = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_distinct_pairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_distinct_pairs_communities_First",
                        column: x => x.First,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_distinct_pairs_communities_Second",
                        column: x => x.Second,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_projects_plan_sets_PlanSetId",
                        column: x => x.PlanSetId,
                        principalTable: "plan_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_projects_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_communities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    BuildingsTaken = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Buildings = table.Column<int>(type: "INTEGER", nullable: true),
                    Households = table.Column<int>(type: "INTEGER", nullable: true),
                    Area = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_communities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_project_communities_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_communities_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SelectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: true),
                    Quota = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    QuotaLimit = table.Column<long>(type: "INTEGER", nullable: true),
                    Missing = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    IsChosen = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOverride = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_selection_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_selection_lines_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_selection_lines_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_selection_lines_selections_SelectionId",
                        column: x => x.SelectionId,
                        principalTable: "selections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    PlaceText = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Projects = table.Column<long>(type: "INTEGER", nullable: true),
                    Communities = table.Column<long>(type: "INTEGER", nullable: true),
                    Buildings = table.Column<long>(type: "INTEGER", nullable: true),
                    Households = table.Column<long>(type: "INTEGER", nullable: true),
                    Area = table.Column<long>(type: "INTEGER", nullable: true),
                    Investment = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_rows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_rows_plan_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "plan_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromAccount = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToAccount = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_delegations_postings_PostingId",
                        column: x => x.PostingId,
                        principalTable: "postings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dwellings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BuildingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Room = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RoomKey = table.Column<string>(type: "TEXT", maxLength: 90, nullable: false),
                    Floor = table.Column<int>(type: "INTEGER", nullable: true),
                    Area = table.Column<long>(type: "INTEGER", nullable: true),
                    AreaSource = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dwellings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_dwellings_buildings_BuildingId",
                        column: x => x.BuildingId,
                        principalTable: "buildings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dwellings_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "owners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DwellingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IdentityNumber = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_owners_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_owners_dwellings_DwellingId",
                        column: x => x.DwellingId,
                        principalTable: "dwellings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NameFingerprint",
                table: "accounts",
                column: "NameFingerprint");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_OrganisationId",
                table: "accounts",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_PhoneFingerprint",
                table: "accounts",
                column: "PhoneFingerprint");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Place",
                table: "accounts",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_SignInName",
                table: "accounts",
                column: "SignInName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_acts_AccountId_At",
                table: "acts",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_acts_At",
                table: "acts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_Hash",
                table: "attachments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_RecordType_RecordKey",
                table: "attachments",
                columns: new[] { "RecordType", "RecordKey" });

            migrationBuilder.CreateIndex(
                name: "IX_buildings_CommunityId_NumberKey",
                table: "buildings",
                columns: new[] { "CommunityId", "NumberKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_buildings_Place",
                table: "buildings",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_changes_RecordType_RecordKey",
                table: "changes",
                columns: new[] { "RecordType", "RecordKey" });

            migrationBuilder.CreateIndex(
                name: "IX_column_memories_OrganisationId_Kind",
                table: "column_memories",
                columns: new[] { "OrganisationId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communities_Code",
                table: "communities",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communities_MergedInto",
                table: "communities",
                column: "MergedInto",
                filter: "\"MergedInto\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_communities_Place_Id",
                table: "communities",
                columns: new[] { "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_communities_SplitFrom",
                table: "communities",
                column: "SplitFrom",
                filter: "\"SplitFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_communities_positions",
                table: "communities",
                columns: new[] { "Place", "State", "Latitude", "Longitude" },
                filter: "\"Latitude\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_FromAccount",
                table: "delegations",
                column: "FromAccount");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_PostingId",
                table: "delegations",
                column: "PostingId");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_ToAccount",
                table: "delegations",
                column: "ToAccount");

            migrationBuilder.CreateIndex(
                name: "IX_distinct_pairs_First_Second",
                table: "distinct_pairs",
                columns: new[] { "First", "Second" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_distinct_pairs_Place",
                table: "distinct_pairs",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_distinct_pairs_Second",
                table: "distinct_pairs",
                column: "Second");

            migrationBuilder.CreateIndex(
                name: "IX_draft_files_DraftId",
                table: "draft_files",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_draft_packs_Document",
                table: "draft_packs",
                column: "Document");

            migrationBuilder.CreateIndex(
                name: "IX_draft_packs_InForceAs",
                table: "draft_packs",
                column: "InForceAs",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_draft_packs_Place",
                table: "draft_packs",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_dwellings_BuildingId_RoomKey",
                table: "dwellings",
                columns: new[] { "BuildingId", "RoomKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dwellings_CommunityId",
                table: "dwellings",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_dwellings_Place",
                table: "dwellings",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_import_runs_Hash",
                table: "import_runs",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_import_runs_Place",
                table: "import_runs",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_import_runs_SenderId",
                table: "import_runs",
                column: "SenderId");

            migrationBuilder.CreateIndex(
                name: "IX_import_runs_State",
                table: "import_runs",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Code",
                table: "organisations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_ParentId",
                table: "organisations",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Place_Kind",
                table: "organisations",
                columns: new[] { "Place", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_owners_CommunityId_Fingerprint",
                table: "owners",
                columns: new[] { "CommunityId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_owners_DwellingId",
                table: "owners",
                column: "DwellingId");

            migrationBuilder.CreateIndex(
                name: "IX_owners_Place",
                table: "owners",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_AccountId",
                table: "passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_CredentialId",
                table: "passkeys",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_projects_Place",
                table: "plan_projects",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_plan_projects_PlanSetId_ProjectId",
                table: "plan_projects",
                columns: new[] { "PlanSetId", "ProjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_projects_ProjectId",
                table: "plan_projects",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_rows_Place_Year",
                table: "plan_rows",
                columns: new[] { "Place", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_rows_VersionId_Place_Year",
                table: "plan_rows",
                columns: new[] { "VersionId", "Place", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_sets_Place_Kind_FromYear_ToYear",
                table: "plan_sets",
                columns: new[] { "Place", "Kind", "FromYear", "ToYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_versions_Place",
                table: "plan_versions",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_plan_versions_PlanSetId_Number",
                table: "plan_versions",
                columns: new[] { "PlanSetId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_postings_AccountId",
                table: "postings",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_postings_OrganisationId",
                table: "postings",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_project_communities_CommunityId",
                table: "project_communities",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_project_communities_Place",
                table: "project_communities",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_project_communities_ProjectId_CommunityId",
                table: "project_communities",
                columns: new[] { "ProjectId", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_Code",
                table: "projects",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_OrganisationId",
                table: "projects",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_projects_Place_Year",
                table: "projects",
                columns: new[] { "Place", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_AccountId_Page_Name",
                table: "saved_views",
                columns: new[] { "AccountId", "Page", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_seals_ActId",
                table: "seals",
                column: "ActId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_selection_lines_CommunityId",
                table: "selection_lines",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_selection_lines_Place",
                table: "selection_lines",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_selection_lines_ProjectId",
                table: "selection_lines",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_selection_lines_SelectionId_ProjectId_CommunityId",
                table: "selection_lines",
                columns: new[] { "SelectionId", "ProjectId", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_selections_Place_Year",
                table: "selections",
                columns: new[] { "Place", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_upload_corrections_Place",
                table: "upload_corrections",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_upload_corrections_UploadId_Address",
                table: "upload_corrections",
                columns: new[] { "UploadId", "Address" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "column_memories");

            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "distinct_pairs");

            migrationBuilder.DropTable(
                name: "draft_files");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropTable(
                name: "node_keys");

            migrationBuilder.DropTable(
                name: "owners");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "plan_projects");

            migrationBuilder.DropTable(
                name: "plan_rows");

            migrationBuilder.DropTable(
                name: "project_communities");

            migrationBuilder.DropTable(
                name: "register_marks");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropTable(
                name: "selection_lines");

            migrationBuilder.DropTable(
                name: "unsealed_acts");

            migrationBuilder.DropTable(
                name: "upload_corrections");

            migrationBuilder.DropTable(
                name: "acts");

            migrationBuilder.DropTable(
                name: "postings");

            migrationBuilder.DropTable(
                name: "draft_packs");

            migrationBuilder.DropTable(
                name: "dwellings");

            migrationBuilder.DropTable(
                name: "plan_versions");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "selections");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "buildings");

            migrationBuilder.DropTable(
                name: "plan_sets");

            migrationBuilder.DropTable(
                name: "communities");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
